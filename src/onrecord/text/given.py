"""Given names that are mostly men's or mostly women's, for "he" and "she". A name in neither list fits both.

Written by hand from common knowledge of names in the news.
"""

MEN = frozenset(
    """
    aaron abdul abdullah abraham adam adrian ahmed alan alastair albert alberto alec alejandro alexander alexei alfred ali
    alistair amos andre andreas andrei andrew angus anthony antoine antonio antony arnold arthur arturo asif austin ban barack
    barry bashar benjamin benny bernard bernie bill blake bob boris brad bradley brady brandon brendan brent brett brian bruce
    bryan byron calvin carl carlos cedric cesar charles chester chris christopher chuck clarence clark claude clayton cliff
    clifford clint clinton clive cody colin conor cory craig curtis cyrus damian dan daniel dario darrell darren darryl dave
    david dean denis dennis derek derrick deval devin dick dmitri dmitry dominic don donald donovan doug douglas drew duane
    dustin dwight dylan eamon earl ed eddie eduardo edward edwin eli elijah elliot elliott emil emmanuel enrique eric erik
    ernest ernesto ethan eugene evan ezra fareed felix fernando floyd francis francisco francois frank fred frederick gabriel
    gareth garrett gary gavin gene geoff geoffrey george gerald gerard gerry gilbert giorgio giovanni glen glenn gordon graham
    grant greg gregory guillermo gus guy hamid hans harold harrison harry harvey hassan hector henry herman homer horace howard
    howie hubert hugh hugo hussein ian ibrahim igor imad imran ira irving isaac isaiah ismail ivan jack jacob jacques jaime jake
    jamal james jared jason javad javier jay jean-claude jeb jed jeff jefferson jeffrey jens jeremy jerome jerrold jerry jesse
    jim jimmy joachim joaquin joe joel joey john johnny jon jonathan jorge jose josef joseph josh joshua juan julian julius
    jurgen justin kareem karl keith ken kenneth kent kevin khalid kirill kirk kofi konstantin kurt kyle lamar lance larry lars
    laszlo laurence lawrence leo leon leonard leonid leroy lewis lindsey lionel lloyd lorenzo lou louis lucas luis luke luther
    lyle lyndon mahmoud malcolm manuel marc marcel marco marcus mario mark marshall martin marvin mateo matt matthew maurice
    maurizio max maxim maxwell mehmet melvin merrick michael michel mick miguel mike mikhail miles milo milton mitch mitt
    mohamed mohammad mohammed morris moshe muhammad murray mustafa nasser nathan nathaniel ned neil nelson newt nicholas nick
    nicolas nigel nikolai noah noel norman oleg oliver omar orrin osama oscar otis otto owen pablo pascal patrick paul pedro
    pete peter phil philip philippe pierre preston quentin rafael rahm ralph rami rand randall randy rashid raul ray raymond
    recep reginald reince rene rex ricardo richard rick rob robert roberto rodney rodolfo rodrigo roger roland roman ron ronald
    ross roy ruben rudolph rudy rufus rupert russell ryan salman salvador sam samir samuel saul scott sean sebastian sergei
    sergey seth shane shaun sherrod shinzo sid sidney silvio simeon simon solomon spencer stan stanley stefan steny stephen
    sterling steve steven stuart sylvester tariq ted terrence terry thad theodore thomas tim timothy toby todd tom tomas tommy
    tony travis trent trevor trey tucker tyler tyrone vernon victor viktor vincent virgil vitaly vito vladimir volodymyr wade
    wallace walter warren wayne wendell wes wilbur wilfred will william willy wilson winston wolfgang wyatt xavier yasser
    yitzhak yousef yuri zac zachary zack ziad
    """.split()
)
WOMEN = frozenset(
    """
    abigail ada adriana agnes aisha alexandra alexis alice alicia alison alma amanda amber amelia amina amy ana anastasia andrea
    angela angelica angelina anita ann anna annabel anne annette annie antonia april audrey barbara beatrice becky bella
    bernadette bernice beth betsy betty beverly bianca bonnie brenda brianna bridget brittany camilla candace carla carly carmen
    carol carole caroline carolyn carrie cassandra cassie catherine cathy cecilia celia charlene charlotte chelsea cheryl chloe
    christina christine cindy claire clara clare claudette claudia colleen condoleezza connie cora courtney cristina crystal
    cynthia daisy dana danielle dawn deanna debbie deborah debra delia denise diana diane dianne dina dolly dolores donna doris
    dorothy edith edna eileen elaine eleanor elena elisa elise elizabeth ella ellen elsa elsie emily emma erica erika erin
    esther ethel eugenia eunice eva eve evelyn faith fatima faye felicia fiona flora florence frances francesca freda gabriela
    gail gemma genevieve georgia geraldine gillian gina ginger giorgia gladys glenda gloria grace greta gretchen gwen haley
    hannah hanne harriet heather heidi helen helena helga hilary hillary hope huma ida ilhan ines inga ingeborg ingrid irene
    iris isabel isabella isabelle ivanka ivy jacinda jackie jacqueline jacquelyn jane janelle janet janice janine jasmine jayne
    jean jeanette jeanne jeannie jen jenna jennifer jenny jessica jill jo joan joann joanna joanne jocelyn jodie jolie joni
    josefina josephine joy joyce juanita judith judy julia juliana julianne julie june kamala kara karen karin kate katharine
    katherine kathie kathleen kathryn kathy katie katrina kay kayleigh kelly kellyanne kendra kirsten krista kristen kristi
    kristin kristina kristy lana laura lauren laurie leah leila lena leonor leslie leticia liliana lillian linda lisa lois lola
    lorena loretta lori lorraine louise lucia lucille lucy luisa lydia lynn lynne mabel mackenzie madeleine madeline maggie
    malala mandy mara marcia margaret margarita margot maria mariah marian mariana marianne marie marilyn marina marion marjorie
    marla marlene marsha marta martha martine mary maureen maxine maya megan melania melissa mercedes meredith mette mia michele
    michelle mildred millie mimi mina minnie miriam moira molly mona monica muriel nadia nancy naomi natalia natalie natasha
    nellie nicola nicole nikki nina nita noor nora norah norma odette olga olivia ophelia paige pam pamela patricia patty paula
    pauline pearl peggy penelope penny petra phyllis polly priscilla rachel ramona raquel rashida rebecca rebekah regina renee
    rhonda rita roberta rochelle rosa rosalind rose rosemary rosie roxanne ruby ruth sabine sabrina sadie sally samantha sandra
    sara sarah savannah selma serena shannon shari sharon shauna sheila shelley sheryl shirin shirley sigrid silvia simona
    simone sofia sonia sonja sophia sophie stacey stacy stella stephanie sue susan susana susanna suzanne svetlana sylvia
    tabitha tamara tammy tania tanya tara tatiana teresa tessa thelma theresa tiffany tina tracey tracy tricia trudy una ursula
    valentina valerie vanessa velma vera veronica vicky victoria viola violet virginia vivian viviana vivienne wanda wendy
    whitney wilma winifred yasmin yolanda yvette yvonne zainab zoe
    """.split()
)
EITHER = frozenset(
    """
    alex casey jamie jan jordan kerry kim lee lindsay morgan pat robin sandy sasha sydney taylor
    """.split()
)
