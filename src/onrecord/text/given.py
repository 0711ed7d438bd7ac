"""Given names that are mostly men's or mostly women's, for "he" and "she". A name in neither list fits both.

Written by hand from common knowledge of names in the news.
"""

MEN = frozenset(
    """
    aaron abdul abdullah abraham adam adrian ahmed ahmet aidan akira alan alasdair alastair albert alberto alec alejandro
    alexander alexei alfred ali alistair alonzo alvaro amit amos anders andre andreas andrei andrew andrzej angelo angus anil
    anthony antoine antonio antony anwar arnie arnold arthur arturo arun arvind ashok asif austin avi ban barack barney barry
    bashar beau benito benjamin benny bernard bernie bilal bill bjorn blake bob boris brad bradley brady brandon brendan brent
    brett brian bruce bruno bryan bryce byron caleb callum calvin carl carlos cedric cesar chad charles chester chris
    christoph christopher chuck clarence clark claude clayton cliff clifford clint clinton clive cody cole colin connor conor
    corey cory craig curt curtis cyrus damian damon dan daniel darin dario darius darrell darren darryl daryl dave david dean
    deandre declan deepak denis dennis denny derek dermot derrick desmond deval devin dewayne dick dirk dmitri dmitry dominic
    don donald donovan doug douglas dragan drew duane duncan dustin dwayne dwight dylan eamon earl ed eddie eduardo edward
    edwin eli elias elijah elliot elliott elton emil emilio emmanuel emmett emre enrique enzo eric erik ernest ernesto ernie
    errol ethan eugene evan everett ewan ezra fabian fabio faisal fareed felipe felix fergus fernando fidel finlay floyd
    francis francisco francois frank frankie fred freddie frederick fumio gabriel gareth garrett gary gavin gene geoff
    geoffrey george gerald gerard gerry gil gilbert gino giorgio giovanni giuseppe glen glenn gonzalo gopal goran gordon
    graham grant greg gregory guillermo gus guy habib hakan hal hamid hamish hamza hans harlan harold harrison harry harvey
    hassan hector henrik henry herb herman hiroshi homer horace howard howie hubert hugh hugo hussein ian ibrahim ignacio igor
    imad imran ira irving isaac isaiah isaias ismail istvan ivan ivo jack jacob jacques jaime jake jakub jamal jamel james
    jared jarrett jarvis jason javad javier javon jay jayden jean-claude jeb jed jeff jefferson jeffrey jens jeremy jermaine
    jerome jerrold jerry jesse jim jimmy joachim joao joaquin joe joel joey johan john johnny jon jonah jonas jonathan jonny
    joost jorge jorgen jose josef joseph josh joshua juan judd jude julian julius jurgen justin kareem karim karl keith ken
    kendrick kenji kenneth kent kevin khaled khalid kieran kirill kirk klaas kofi konstantin kostas krzysztof kurt kurtis kyle
    lachlan lamar lance larry lars laszlo laurence lawrence leland leo leon leonard leonid leroy levi lewis liam lindsey
    lionel lloyd lonnie lorenzo lou louis luca lucas luis luka lukas luke luther lyle lyndon magnus mahmoud majid malcolm
    manish mansour manuel marc marcel marco marcus marek mario mark marlon marshall martin marv marvin mateo mats matt matteo
    matthew matthias mattias maurice maurizio max maxim maxwell mehmet melvin merrick micah michael michel mick mickey miguel
    mike mikhail miles milo milton mitch mitt mohamed mohammad mohammed mohan morris morton moshe muhammad murray mustafa
    mykola myron nabil narendra nasser nate nathan nathaniel naveen ned neil nelson newt niall nicholas nick nico nicolas
    nigel nikolai nikos nils nitin noah noel nolan norman olaf ole oleg oleksandr oliver omar orrin osama oscar osman otis
    otto owen pablo pascal patrick paul pavel pedro pete peter petro phil philip philippe pierre pieter piotr prakash preston
    quentin rafael rahm rahul rajesh ralph rami ramon rand randall randolph randy rashid raul ravi ray raymond recep reece
    reggie reginald reince rene rex rhys ricardo richard rick ricky rob robert roberto rocco rodger rodney rodolfo rodrigo
    roger rohit roland roman ron ronald rory roscoe ross roy ruben rudolph rudy rufus rupert russell ruud ryan sachin saeed
    sal salman salvador sam samir sammy samuel sanjay satoshi saul scott sean sebastian sergei sergey sergio serhiy seth shane
    shaun sherrod shinzo sid sidney silvio simeon simon slobodan solomon sonny soren spencer stan stanley stefan stefano steny
    stephen sterling steve steven stuart suresh sven sylvester takashi tarek tariq ted terrell terrence thad theo theodore
    thiago thomas tim timothy toby todd tom tomas tomasz tommy tony travis trent trevor trey troy tucker ty tyler tyrone
    vaughn vernon vic victor vijay vikram viktor vincent vinny virgil vitaly vito vivek vladimir volodymyr wade waleed wallace
    walt walter warren wayne wendell wes wilbur wilfred will willard willem william willie willy wilson winston wolfgang wyatt
    xavier yannis yasser yitzhak yousef youssef yuri zac zachary zack zane zeke ziad zoltan zoran
    """.split()
)
WOMEN = frozenset(
    """
    aaliyah abigail ada adriana agnes agnieszka aisha akiko alexandra alexis alice alicia alison alma alyssa amal amanda amber
    amelia amina amy ana anastasia andrea angela angelica angelina anita anjali ann anna annabel anne annette annie antonia
    aoife april ashlee astrid audrey aylin ayse barbara beatrice beatriz becky bella bernadette bernice beth betsy betty
    beverly bianca birgit bonnie brenda brianna bridget brigitte britta brittany caitlin caitlyn camilla candace carla carly
    carmen carol carole carolina caroline carolyn carrie cassandra cassie catherine cathy catriona cecilia celia chantal
    charlene charlotte chelsea cheryl chiara chloe christina christine ciara cindy claire clara clare claudette claudia
    colleen condoleezza connie consuelo cora courtney cristina crystal cynthia daisy danielle dawn deanna debbie deborah debra
    deepa delia delphine denise diana diane dianna dianne dina divya dolly dolores donna doris dorota dorothy edith edna
    eileen eilidh elaine eleanor elena elin elisa elise elizabeth ella ellen elodie elsa elsie emily emine emma erica erika
    erin esperanza esther ethel eugenia eunice eva eve evelyn ewa faith fatima fatma faye federica felicia fiona flora
    florence frances francesca francoise freda freya frida gabriela gabrielle gail galina gemma genevieve georgia geraldine
    gillian gina ginger giorgia giulia gladys glenda gloria grace greta gretchen gro guadalupe gwen gwendolyn hailey haley
    hanan hannah hanne harriet haruka hayley heather heidi helen helena helga hillary hope huma ida ilana ilhan imogen ines
    inga ingeborg ingrid irene iris iryna isabel isabella isabelle isla ivanka ivy jacinda jackie jaclyn jacqueline jacquelyn
    jada jane janelle janet janice janine janis jasmine jayne jeanette jeanne jeannie jemima jen jenna jennifer jenny jessica
    jill jillian jo joan joann joanna joanne jocelyn jodie jolene jolie joni josefina josephine josie joy joyce juanita judith
    judy julia juliana julianne julie june justine kaitlan kaitlin kaitlyn kamala kara karen karin karolina katarzyna kate
    katharine katherine kathie kathleen kathryn kathy katie katrina kavita kay kayleigh keiko kellie kellyanne kendra kerri
    kiara kirsten kirstie krista kristen kristi kristin kristina kristy krystal lakshmi lana lara latoya laura lauren laurie
    layla leah leila lena leonor leticia leyla liliana lillian lilly linda lisa lois lola lorena loretta lori lorraine louise
    lourdes lucia lucille lucy ludmila luisa lydia lynda lyndsey lynne mabel mackenzie madeleine madeline magdalena maggie
    malala malgorzata mallory mandy mara marcella marcia margaret margarita margo margot maria mariah mariam marian mariana
    marianne maribel marie marilyn marina marion marisa marisol marissa marjorie marla marlene marsha marta martha martine
    mary mathilde maureen maxine maya meena megan melania melinda melissa mercedes meredith mette mia michele michelle mildred
    millie mimi mina minnie miriam moira molly mona monica muriel nadia nadine nancy naoko naomi natalia natalie natalya
    natasha nathalie neha nellie niamh nichole nicola nicole nikki nina nirmala nita noor nora norah norma odette oksana olena
    olga olivia ophelia orla paige paloma pam pamela paola patricia patty paula pauline pearl peggy penelope penny petra
    philippa phyllis pippa polly pooja priscilla priya rachel ramona rania raquel rashida rebecca rebekah reem regina renee
    rhonda rita roberta rochelle rocio rosa rosalie rosalind rose rosemary rosie roxanne ruby ruth sabine sabrina sadie sally
    salma samantha samira sanae sandra saoirse sara sarah savannah segolene selma serena shari sharon shauna sheila shelley
    sheri sherri sherry sheryl shirin shirley sigrid silvia simona simone sinead siobhan smriti sofia soledad sonia sonja
    sonya sophia sophie stacey stacy stella stephanie sue sunita susan susana susanna sushma suzanne svetlana swati sylvia
    tabitha tamara tammy tamsin tania tanya tara tasha tatiana teresa tess tessa tetiana thelma theresa tiffany tina tracey
    traci tricia trudy una ursula valentina valerie vanessa velma vera veronica veronique vicky victoria viola violet virginia
    vivian viviana vivienne wanda wendy whitney wilma winifred ximena xiomara yasmeen yasmin yasmine yesenia yoko yolanda
    yulia yuriko yvette yvonne zahra zainab zara zeynep zoe
    """.split()
)
EITHER = frozenset(
    """
    alex angel ashley aubrey avery bailey cameron casey dana devon hilary jamie jan jean jody jordan kelly kerry kim kris lee
    leigh leslie lindsay lynn morgan pat riley robin sandy sasha shannon shelby skylar sydney taylor terry tracy yuki
    """.split()
)
