"""Given names that are mostly men's or mostly women's, for "he" and "she". A name in neither list fits both."""

MEN = frozenset(
    "aaron abdul abdullah adam adrian ahmed alan albert alberto alejandro alexander alexei alfred ali andre andreas andrei andrew angus "
    "anthony antonio antony arthur austin ban barack barry benjamin bernard bernie bill bob boris brad brandon brett brian bruce bryan "
    "carl carlos charles chris christopher chuck clarence claude clinton cory craig daniel darren dave david dean denis dennis derek "
    "devin dmitri dmitry dominic don donald doug douglas dwight earl ed eddie edward edwin elijah elliot emmanuel eric erik ernest eugene "
    "evan felix fernando francis francisco francois frank fred frederick gareth gary gavin geoff geoffrey george gerald gerard gerry "
    "giorgio giovanni glenn gordon graham greg gregory guy hamid hans harold harry harvey hassan henry herman howard hugh hugo hussein ian "
    "ibrahim igor imran isaac ivan jack jacob jacques jaime jake james jared jason javad javier jay jean-claude jeff jeffrey jeremy jerome "
    "jerrold jerry jesse jim jimmy joachim joe joel john johnny jon jonathan jorge jose joseph josh joshua juan julian julius justin karl "
    "keith ken kenneth kevin khalid kirk kofi konstantin kurt kyle lars larry laurence lawrence leo leon leonard lewis lindsey lloyd "
    "louis luis luke mahmoud manuel marc marcel marco marcus mario mark martin marvin matt matthew maurice max maxim michael michel miguel "
    "mikhail mick mike mitch mitt mohamed mohammad mohammed moshe muhammad nathan nathaniel neil nicholas nick nicolas nigel nikolai "
    "norman oleg oliver omar oscar otto pablo pascal patrick paul pedro pete peter phil philip philippe pierre quentin rafael ralph randy "
    "raul ray raymond recep reince rex ricardo richard rick rob robert roberto rodney rodrigo roger roland ron ronald roy rudolph rudy "
    "rupert russell ryan salman sam samuel scott sean sebastian sergei sergey shane shinzo sidney silvio simon stanley stefan stephen steve "
    "steven stuart ted terry theodore thomas tim timothy toby todd tom tommy tony trent trevor trey victor viktor vincent vitaly "
    "vladimir volodymyr wade wallace walter warren wayne wilbur wilfred william willy wolfgang xavier yasser yuri zachary".split()
)
WOMEN = frozenset(
    "abigail ada adriana agnes aisha alexandra alice alicia alison amanda amber amelia amina amy ana andrea angela angelina anita ann anna "
    "anne annette annie april audrey barbara beatrice becky bella bernadette beth betsy betty beverly bonnie brenda bridget camilla carla "
    "carmen carol caroline carolyn catherine cathy cecilia celia charlotte chelsea cheryl christina christine cindy claire clara claudia "
    "condoleezza cristina cynthia daisy dana danielle deborah debbie denise diana diane dianne dolores donna doris dorothy edith eileen "
    "elaine eleanor elena elise elizabeth ella ellen emily emma erica erin esther ethel eva eve evelyn fatima fiona florence frances "
    "francesca gabriela gail gemma georgia gina ginger giorgia gloria grace greta gretchen gwen hannah harriet heather heidi helen helena "
    "helga hilary hillary huma ida ilhan ingrid irene iris isabel isabella ivanka jacinda jacqueline jane janet janice jasmine jean jeanne "
    "jen jenna jennifer jenny jessica jill jo joan joanna joanne jodie josephine joyce juanita judith judy julia juliana julie june karen "
    "kate katherine kathleen kathryn kathy katie katrina kayleigh kellyanne kelly kirsten kristen kristin kristina laura lauren "
    "laurie leah leila lena leonor leslie liliana lillian linda lisa lois loretta lori lorella lorraine louise lucia lucy lydia lynn "
    "mackenzie madeleine maggie malala mara marcia margaret margot maria marian marianne marie marilyn marina marion marjorie marta martha "
    "martine mary maureen maxine megan melania melissa mercedes meredith mette michele michelle mildred mimi miriam molly monica muriel "
    "nadia nancy naomi natalia natalie natasha nicola nicole nikki nina noor nora norma olga olivia ophelia pam pamela patricia patty paula "
    "pauline penelope penny petra phyllis priscilla rachel rashida rebecca regina renee rhonda rita roberta rosa rose rosemary ruth sabrina "
    "sally samantha sandra sara sarah selma shannon sharon sheila shelley sheryl shirley silvia simone sofia sonia sophia sophie stacey "
    "stella stephanie sue susan susanna suzanne svetlana sylvia tamara tammy tanya tara tatiana teresa theresa tina tracy ursula valentina "
    "valerie vanessa vera veronica vicky victoria viola violet virginia vivian wanda wendy whitney yasmin yvette yvonne zoe".split()
)
