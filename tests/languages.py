"""Short news texts of our own in many languages, to be written in old encodings."""

TEXTS = {
    "Chinese, simplified": (
        "外交部发言人星期三表示，两国代表团在河内举行的会谈没有达成协议。王丽说：“我们愿意继续谈下去，但是对方必须先停止试验。”"
        "据一名不愿透露姓名的官员介绍，会谈原定持续两天，最后只开了四个小时。双方都没有说下一次见面的时间和地点。"
        "商务部长陈国强在记者会上回答提问时强调，制裁问题仍然是最大的分歧。邻国政府对结果感到失望，呼吁各方保持冷静。"
        "专家认为，今年秋天之前恢复谈判的可能性很小。当地居民告诉记者，他们更关心粮食价格和道路修建。"
    ),
    "Chinese, traditional": (
        "外交部發言人星期三表示，兩國代表團在河內舉行的會談沒有達成協議。王麗說：「我們願意繼續談下去，但是對方必須先停止試驗。」"
        "據一名不願透露姓名的官員介紹，會談原定持續兩天，最後只開了四個小時。雙方都沒有說下一次見面的時間和地點。"
        "經濟部長陳國強在記者會上回答提問時強調，制裁問題仍然是最大的分歧。鄰國政府對結果感到失望，呼籲各方保持冷靜。"
        "專家認為，今年秋天之前恢復談判的可能性很小。當地居民告訴記者，他們更關心糧食價格和道路修建。"
    ),
    "Japanese": (
        "外務省の報道官は水曜日、ハノイで開かれた両国の会談が合意なしに終わったと発表した。田中大臣は「話し合いを続ける用意はあるが、相手はまず実験をやめなければならない」と述べた。"
        "匿名を条件に取材に応じた政府関係者によると、会談は二日間の予定だったが、四時間で打ち切られた。次の会合の日程は決まっていない。"
        "記者会見で質問に答えた経済担当の佐藤氏は、制裁の解除が最大の争点だと強調した。近隣の国々からは失望の声が上がり、冷静な対応を求めている。"
        "専門家は、秋までに交渉が再開される可能性は低いと見ている。地元の住民は、米の値段や道路の工事のほうが気になると話していた。"
    ),
    "Korean": (
        "외교부 대변인은 수요일 하노이에서 열린 두 나라의 회담이 합의 없이 끝났다고 밝혔다. 김민수 장관은 “우리는 대화를 계속할 준비가 되어 있지만 상대방이 먼저 실험을 멈추어야 한다”고 말했다. "
        "이름을 밝히지 않은 한 관리에 따르면 회담은 이틀 동안 열릴 예정이었으나 네 시간 만에 끝났다. 다음 만남의 날짜와 장소는 정해지지 않았다. "
        "기자회견에서 질문을 받은 경제부 박영희 차관은 제재 문제가 가장 큰 쟁점이라고 강조했다. 이웃 나라 정부들은 결과에 실망했다며 침착한 대응을 당부했다. "
        "전문가들은 가을 전에 협상이 다시 시작될 가능성이 낮다고 본다. 현지 주민들은 쌀값과 도로 공사가 더 걱정이라고 말했다."
    ),
    "Russian": (
        "Переговоры двух стран в Ханое завершились в среду без соглашения, сообщил представитель министерства "
        "иностранных дел. «Мы готовы продолжать разговор, но сначала другая сторона должна прекратить испытания», — "
        "сказала министр Ольга Петрова. "
        "По словам чиновника, который просил не называть его имени, встреча должна была длиться два дня, но "
        "закончилась через четыре часа. Когда и где делегации увидятся снова, никто не сказал. "
        "На пресс-конференции заместитель министра экономики Иван Соколов подчеркнул, что главным разногласием "
        "остаются санкции. Правительства соседних государств выразили разочарование и призвали всех к спокойствию. "
        "Эксперты считают, что до осени переговоры вряд ли возобновятся. Местные жители говорят, что их больше "
        "волнуют цены на хлеб и ремонт дороги."
    ),
    "Ukrainian": (
        "Переговори двох країн у Ханої завершилися в середу без угоди, повідомив речник міністерства закордонних "
        "справ. «Ми готові продовжувати розмову, але спершу інша сторона має припинити випробування», — сказала "
        "міністерка Олена Шевчук. "
        "За словами посадовця, який просив не називати його імені, зустріч мала тривати два дні, але скінчилася за "
        "чотири години. Коли і де делегації зустрінуться знову, ніхто не сказав. "
        "Уряди сусідніх держав висловили розчарування і закликали всіх зберігати спокій. Мешканці кажуть, що їх "
        "більше хвилюють ціни на хліб і ремонт дороги."
    ),
    "Greek": (
        "Οι συνομιλίες των δύο χωρών στο Ανόι ολοκληρώθηκαν την Τετάρτη χωρίς συμφωνία, ανακοίνωσε ο εκπρόσωπος του "
        "υπουργείου Εξωτερικών. «Είμαστε έτοιμοι να συνεχίσουμε, αλλά η άλλη πλευρά πρέπει πρώτα να σταματήσει τις "
        "δοκιμές», είπε η υπουργός Μαρία Παππά. "
        "Σύμφωνα με αξιωματούχο που ζήτησε να μην κατονομαστεί, η συνάντηση θα διαρκούσε δύο ημέρες, όμως τελείωσε "
        "μετά από τέσσερις ώρες. Κανείς δεν είπε πότε και πού θα ξαναβρεθούν οι αντιπροσωπείες. "
        "Οι κυβερνήσεις των γειτονικών κρατών εξέφρασαν την απογοήτευσή τους και κάλεσαν όλους σε ηρεμία. Οι "
        "κάτοικοι λένε ότι τους απασχολούν περισσότερο η τιμή του ψωμιού και ο δρόμος."
    ),
    "Hebrew": (
        "השיחות בין שתי המדינות בהאנוי הסתיימו ביום רביעי ללא הסכם, כך הודיע דובר משרד החוץ. השרה רחל לוי אמרה: "
        '"אנחנו מוכנים להמשיך לדבר, אבל קודם כול הצד השני חייב להפסיק את הניסויים". '
        "לדברי פקיד שביקש שלא להזכיר את שמו, הפגישה הייתה אמורה להימשך יומיים אבל הסתיימה אחרי ארבע שעות. איש לא אמר "
        "מתי ואיפה ייפגשו המשלחות שוב. "
        "ממשלות המדינות השכנות הביעו אכזבה וקראו לכולם לשמור על קור רוח. התושבים אומרים שמחיר הלחם ותיקון הכביש "
        "מטרידים אותם יותר."
    ),
    "Arabic": (
        "انتهت المحادثات بين البلدين في هانوي يوم الأربعاء من دون اتفاق، كما أعلن المتحدث باسم وزارة الخارجية. وقالت "
        "الوزيرة ليلى حداد: «نحن مستعدون لمواصلة الحوار، لكن على الطرف الآخر أن يوقف التجارب أولا». "
        "وبحسب مسؤول طلب عدم ذكر اسمه، كان من المقرر أن يستمر اللقاء يومين لكنه انتهى بعد أربع ساعات. ولم يقل أحد "
        "متى وأين سيلتقي الوفدان مرة أخرى. "
        "وعبرت حكومات الدول المجاورة عن خيبة أملها ودعت الجميع إلى الهدوء. ويقول السكان إن سعر الخبز وإصلاح الطريق "
        "يشغلانهم أكثر."
    ),
    "Thai": (
        "การเจรจาระหว่างสองประเทศที่กรุงฮานอยสิ้นสุดลงเมื่อวันพุธโดยไม่มีข้อตกลง โฆษกกระทรวงการต่างประเทศแถลง "
        "รัฐมนตรีสมหญิงกล่าวว่า “เราพร้อมที่จะพูดคุยต่อไป แต่อีกฝ่ายต้องหยุดการทดลองก่อน” "
        "เจ้าหน้าที่คนหนึ่งซึ่งขอไม่เปิดเผยชื่อกล่าวว่า การประชุมควรจะใช้เวลาสองวัน แต่จบลงหลังจากสี่ชั่วโมง "
        "ยังไม่มีใครบอกว่าคณะผู้แทนจะพบกันอีกเมื่อไรและที่ไหน "
        "รัฐบาลของประเทศเพื่อนบ้านแสดงความผิดหวังและเรียกร้องให้ทุกฝ่ายอยู่ในความสงบ "
        "ชาวบ้านบอกว่าราคาข้าวและการซ่อมถนนสำคัญกว่า"
    ),
    "Polish": (
        "Rozmowy obu państw w Hanoi zakończyły się w środę bez porozumienia, poinformował rzecznik ministerstwa "
        "spraw zagranicznych. „Jesteśmy gotowi rozmawiać dalej, ale najpierw druga strona musi przerwać próby” – "
        "powiedziała minister Agnieszka Wójcik. "
        "Według urzędnika, który prosił o niepodawanie nazwiska, spotkanie miało trwać dwa dni, lecz skończyło się "
        "po czterech godzinach. Nikt nie powiedział, kiedy i gdzie delegacje znów się zobaczą. "
        "Rządy sąsiednich krajów wyraziły rozczarowanie i wezwały wszystkich do zachowania spokoju. Mieszkańcy "
        "mówią, że bardziej martwią ich ceny chleba i remont drogi, która od wiosny jest zamknięta. Związkowcy "
        "żądają wyższych płac."
    ),
    "Czech": (
        "Jednání obou zemí v Hanoji skončila ve středu bez dohody, oznámil mluvčí ministerstva zahraničí. „Jsme "
        "připraveni mluvit dál, ale druhá strana musí nejdřív zastavit zkoušky,“ řekla ministryně Žaneta Dvořáková. "
        "Podle úředníka, který si nepřál být jmenován, měla schůzka trvat dva dny, ale skončila po čtyřech hodinách. "
        "Nikdo neřekl, kdy a kde se delegace znovu setkají. "
        "Vlády sousedních států vyjádřily zklamání a vyzvaly všechny ke klidu. Obyvatelé říkají, že je víc trápí "
        "cena chleba a oprava silnice, která je od jara zavřená."
    ),
    "Hungarian": (
        "A két ország hanoi tárgyalásai szerdán megállapodás nélkül értek véget, közölte a külügyminisztérium "
        "szóvivője. „Készek vagyunk folytatni a beszélgetést, de a másik félnek előbb le kell állítania a "
        "kísérleteket” – mondta Szűcs Erzsébet miniszter. "
        "Egy neve elhallgatását kérő tisztviselő szerint a találkozónak két napig kellett volna tartania, ám négy "
        "óra után véget ért. Senki sem mondta meg, mikor és hol ülnek le újra a küldöttségek. "
        "A szomszédos államok kormányai csalódottságuknak adtak hangot, és nyugalomra intettek mindenkit. A helyiek "
        "szerint őket jobban érdekli a kenyér ára és az út, amelyet tavasz óta lezártak."
    ),
    "Turkish": (
        "İki ülkenin Hanoi'deki görüşmeleri çarşamba günü anlaşma olmadan sona erdi, Dışişleri Bakanlığı sözcüsü "
        "açıkladı. “Konuşmaya devam etmeye hazırız, ama önce karşı taraf denemeleri durdurmalı” diyen Bakan Ayşe "
        "Yıldız, gazetecilerin sorularını yanıtladı. "
        "Adının açıklanmasını istemeyen bir yetkiliye göre toplantı iki gün sürecekti, fakat dört saat sonra bitti. "
        "Heyetlerin ne zaman ve nerede yeniden buluşacağını kimse söylemedi. "
        "Komşu ülkelerin hükümetleri hayal kırıklığını dile getirdi ve herkesi sakin olmaya çağırdı. Köylüler "
        "ekmeğin fiyatının ve ilkbahardan beri kapalı olan yolun kendileri için daha önemli olduğunu söylüyor."
    ),
    "French": (
        "Les pourparlers entre les deux pays à Hanoï se sont achevés mercredi sans accord, a annoncé le porte-parole "
        "du ministère des Affaires étrangères. « Nous sommes prêts à continuer, mais l’autre côté doit d’abord "
        "arrêter ses essais », a déclaré la ministre Hélène Lefèvre. "
        "Selon un responsable qui a demandé à ne pas être nommé, la réunion devait durer deux jours, mais elle s’est "
        "terminée après quatre heures. Personne n’a dit où ni quand les délégations se reverront. "
        "Les gouvernements voisins ont exprimé leur déception et appelé au calme. Les habitants, eux, s’inquiètent "
        "plutôt du prix du blé et de la route fermée depuis le début de l’été."
    ),
    "German": (
        "Die Gespräche der beiden Länder in Hanoi sind am Mittwoch ohne Einigung zu Ende gegangen, teilte ein "
        "Sprecher des Außenministeriums mit. „Wir sind bereit, weiterzureden, aber zuerst muss die andere Seite ihre "
        "Versuche einstellen“, sagte Ministerin Käthe Müller. "
        "Nach Angaben eines Beamten, der nicht genannt werden möchte, hätte das Treffen zwei Tage dauern sollen, es "
        "endete jedoch nach vier Stunden. Niemand sagte, wann und wo sich die Abordnungen wiedersehen. "
        "Die Regierungen der Nachbarländer äußerten sich enttäuscht und mahnten zur Ruhe. Die Leute im Dorf kümmert "
        "mehr, dass das Brot teurer wird und die Straße seit dem Frühjahr gesperrt ist."
    ),
    "Spanish": (
        "Las conversaciones entre los dos países en Hanói terminaron el miércoles sin acuerdo, informó el portavoz "
        "del Ministerio de Exteriores. «Estamos dispuestos a seguir hablando, pero primero la otra parte tiene que "
        "detener los ensayos», señaló la ministra Begoña Ibáñez. "
        "Según un funcionario que pidió no ser nombrado, la reunión debía durar dos días, pero acabó a las cuatro "
        "horas. Nadie dijo cuándo ni dónde volverán a verse las delegaciones. "
        "Los gobiernos vecinos expresaron su decepción y pidieron calma. ¿Qué dicen los vecinos? Que les preocupa "
        "más el precio del pan y la carretera, cerrada desde la primavera pasada, según contó un señor de la montaña."
    ),
    "Portuguese": (
        "As conversações entre os dois países em Hanói terminaram na quarta-feira sem acordo, anunciou o porta-voz "
        "do Ministério dos Negócios Estrangeiros. “Estamos prontos a continuar, mas primeiro o outro lado tem de "
        "parar os ensaios”, afirmou a ministra Conceição Simões. "
        "Segundo um funcionário que pediu para não ser identificado, a reunião devia durar dois dias, mas acabou ao "
        "fim de quatro horas. Ninguém disse quando nem onde as delegações voltarão a encontrar-se. "
        "Os governos vizinhos manifestaram desilusão e pediram calma. A população diz que o preço do pão e a "
        "estrada, fechada desde a primavera, são as suas maiores preocupações."
    ),
    "Swedish": (
        "Samtalen mellan de två länderna i Hanoi avslutades på onsdagen utan överenskommelse, meddelade "
        "utrikesdepartementets talesperson. ”Vi är beredda att fortsätta, men först måste motparten upphöra med sina "
        "försök”, sade minister Åsa Sjöberg. "
        "Enligt en tjänsteman som inte ville bli nämnd skulle mötet ha pågått i två dagar, men det tog slut efter "
        "fyra timmar. Ingen sade när eller var delegationerna träffas på nytt. "
        "Grannländernas regeringar uttryckte besvikelse och manade till lugn. Byborna säger att brödpriset och "
        "vägen, som har varit stängd sedan våren, är viktigare för dem."
    ),
    "Icelandic": (
        "Viðræðum landanna tveggja í Hanoí lauk á miðvikudag án samkomulags, sagði talsmaður utanríkisráðuneytisins. "
        "„Við erum reiðubúin að halda áfram, en fyrst þarf hinn aðilinn að hætta tilraunum sínum,“ sagði Þórdís "
        "Jónsdóttir ráðherra. "
        "Að sögn embættismanns, sem vildi ekki láta nafns síns getið, átti fundurinn að standa í tvo daga en honum "
        "lauk eftir fjórar klukkustundir. Enginn sagði hvenær eða hvar sendinefndirnar hittast á ný. "
        "Stjórnvöld í nágrannalöndunum lýstu yfir vonbrigðum og hvöttu til stillingar. Íbúar segja að brauðverðið og "
        "vegurinn, sem hefur verið lokaður síðan í vor, skipti þá meira máli."
    ),
    "English": (
        "Talks between the two countries in Hanoi ended on Wednesday without a deal, a spokesman for the foreign "
        "ministry said. “We are ready to go on, but the other side has to stop its tests first,” said Zoë Marlowe, "
        "the minister. "
        "According to an official who asked not to be named, the meeting was to last two days – and was over after "
        "four hours. No one said where or when the delegations would meet again. "
        "The neighbours’ governments were disappointed, and called for calm. In a café near the border people said "
        "that they worried more about the price of bread, now £2, and about the road that has been closed since "
        "spring."
    ),
}

WRITTEN = (
    ("Chinese, simplified", "gb18030"),
    ("Chinese, traditional", "big5"),
    ("Japanese", "cp932"),
    ("Japanese", "euc_jp"),
    ("Japanese", "iso2022_jp"),
    ("Korean", "cp949"),
    ("Russian", "cp1251"),
    ("Russian", "koi8-r"),
    ("Russian", "cp866"),
    ("Russian", "iso8859-5"),
    ("Ukrainian", "cp1251"),
    ("Ukrainian", "koi8-u"),
    ("Greek", "cp1253"),
    ("Greek", "iso8859-7"),
    ("Hebrew", "cp1255"),
    ("Arabic", "cp1256"),
    ("Thai", "cp874"),
    ("Polish", "cp1250"),
    ("Polish", "iso8859-2"),
    ("Czech", "cp1250"),
    ("Czech", "iso8859-2"),
    ("Hungarian", "cp1250"),
    ("Hungarian", "iso8859-2"),
    ("Turkish", "cp1254"),
    ("Chinese, simplified", "utf-16-le"),
    ("Chinese, simplified", "utf-16-be"),
    ("Japanese", "utf-16-le"),
    ("Korean", "utf-16-be"),
    ("Russian", "utf-16-le"),
    ("Russian", "utf-16-be"),
    ("Greek", "utf-16-le"),
    ("Arabic", "utf-16-be"),
    ("Hebrew", "utf-16-le"),
    ("Thai", "utf-16-le"),
)
"""Which text is written in which encoding that nothing declares."""

WESTERN = ("French", "German", "Spanish", "Portuguese", "Swedish", "Icelandic", "English")
"""Whose texts are written in windows-1252."""
