"""Sentences of our own in many languages, and the encodings that captions in them are met in."""

SENTENCES: dict[str, tuple[str, ...]] = {
    "English": (
        "It’s a café, naïve – “quoted” – and it costs 5 €.",
        "She said “no”, then she said “yes” – that’s all…",
    ),
    "French": (
        "Ça va être très intéressant, même pour les élèves à l’école.",
        "Où êtes-vous allés l’été dernier ? À la forêt, près du château.",
        "Nous avons déjà évoqué la sûreté, et voilà : rien n’a changé.",
    ),
    "German": (
        "Schöne Grüße aus München, wir hören später wieder voneinander.",
        "Über die Straße müssen wir natürlich auch noch reden.",
        "Das ist für mich völlig unverständlich, aber möglich wäre es.",
    ),
    "Spanish": (
        "¿Qué pasó mañana? El niño soñó con un pingüino.",
        "También hablaremos de la investigación y de los años próximos.",
    ),
    "Portuguese": (
        "Não há razão para preocupações, amanhã começa a reunião.",
        "A informação é útil, porém não está disponível às pessoas.",
    ),
    "Swedish": (
        "På måndag åker vi till sjön och äter smörgåsar.",
        "Är det någon som vet när föreläsningen börjar?",
    ),
    "Polish": (
        "Zażółć gęślą jaźń, proszę państwa, dziękuję bardzo.",
        "Dzień dobry, dzisiaj będziemy mówić o sztucznej inteligencji.",
        "Myślę, że to jest najważniejszy problem, który możemy rozwiązać.",
    ),
    "Czech": (
        "Příliš žluťoučký kůň úpěl ďábelské ódy, říkali děti.",
        "Dobrý den, dnes budeme mluvit o umělé inteligenci a bezpečnosti.",
        "Myslím, že to je největší otázka, kterou dnes můžeme řešit.",
    ),
    "Hungarian": (
        "Árvíztűrő tükörfúrógép, köszönöm szépen a figyelmet.",
        "Jó napot kívánok, ma a mesterséges intelligenciáról beszélünk.",
        "Azt hiszem, hogy ez a legfontosabb kérdés, amelyről beszélhetünk.",
    ),
    "Turkish": (
        "Bugün yapay zekâ güvenliği hakkında konuşacağız, değil mi?",
        "Şimdi çok önemli bir soru soracağım: ne düşünüyorsunuz?",
        "Işık söndü, çünkü İstanbul’da fırtına çıktı.",
    ),
    "Lithuanian": (
        "Šiandien kalbėsime apie dirbtinį intelektą ir jo saugumą.",
        "Aš manau, kad tai yra labai svarbus klausimas, į kurį reikia atsakyti.",
    ),
    "Greek": (
        "Καλημέρα, σήμερα θα μιλήσουμε για την τεχνητή νοημοσύνη.",
        "Νομίζω ότι αυτό είναι το πιο σημαντικό ερώτημα, έτσι δεν είναι;",
        "Ευχαριστώ πολύ, ήταν μια ωραία συζήτηση.",
    ),
    "Russian": (
        "Добрый день, сегодня мы говорим об искусственном интеллекте.",
        "Я думаю, что это самый важный вопрос, на который нужно ответить.",
        "Хорошо, спасибо. Как дела?",
    ),
    "Ukrainian": (
        "Добрий день, сьогодні ми говоримо про штучний інтелект.",
        "Я думаю, що це найважливіше питання, на яке є відповідь.",
    ),
    "Hebrew": (
        "שלום לכולם, היום נדבר על בינה מלאכותית.",
        "אני חושב שזו השאלה החשובה ביותר, נכון?",
    ),
    "Arabic": (
        "السلام عليكم، اليوم سوف نتحدث عن الذكاء الاصطناعي.",
        "أعتقد أن هذا هو أهم سؤال يمكن أن نطرحه.",
    ),
    "Thai": (
        "สวัสดีครับ วันนี้เราจะพูดถึงปัญญาประดิษฐ์",
        "ผมคิดว่านี่คือคำถามที่สำคัญที่สุด",
    ),
    "Japanese": (
        "こんにちは、今日は人工知能について話します。",
        "それは一番大切な質問だと思います。そうですよね？",
    ),
    "Chinese, simplified": (
        "大家好，今天我们谈谈人工智能的安全问题。",
        "我认为这是最重要的问题，你觉得呢？",
    ),
    "Chinese, traditional": (
        "大家好，今天我們來談談人工智慧的安全問題。",
        "我認為這是最重要的問題，你覺得呢？",
    ),
    "Korean": (
        "안녕하세요, 오늘은 인공지능에 대해 이야기하겠습니다.",
        "저는 이것이 가장 중요한 질문이라고 생각합니다.",
    ),
}  # fmt: skip

WRITTEN_IN: dict[str, tuple[str, ...]] = {
    "English": ("cp1252", "mac_roman"),
    "French": ("cp1252", "iso8859_1", "iso8859_15", "mac_roman", "cp850"),
    "German": ("cp1252", "iso8859_1", "iso8859_15", "mac_roman", "cp850", "cp437"),
    "Spanish": ("cp1252", "iso8859_1", "mac_roman", "cp850"),
    "Portuguese": ("cp1252", "iso8859_1", "mac_roman", "cp850"),
    "Swedish": ("cp1252", "iso8859_1", "mac_roman", "cp850"),
    "Polish": ("cp1250", "iso8859_2"),
    "Czech": ("cp1250", "iso8859_2"),
    "Hungarian": ("cp1250", "iso8859_2"),
    "Turkish": ("cp1254", "iso8859_9"),
    "Lithuanian": ("cp1257", "iso8859_13"),
    "Greek": ("cp1253", "iso8859_7"),
    "Russian": ("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic"),
    "Ukrainian": ("cp1251", "koi8_u"),
    "Hebrew": ("cp1255", "iso8859_8"),
    "Arabic": ("cp1256", "iso8859_6"),
    "Thai": ("cp874", "tis_620"),
    "Japanese": ("shift_jis", "cp932", "euc_jp", "iso2022_jp"),
    "Chinese, simplified": ("gb18030", "gbk", "gb2312"),
    "Chinese, traditional": ("big5", "cp950"),
    "Korean": ("euc_kr", "cp949"),
}
_NOT_IN_OLD_PAGES = str.maketrans({"’": "'", "“": '"', "”": '"', "–": "-", "…": "...", "€": "EUR"})


def encoded(text: str, encoding: str) -> tuple[str, bytes]:
    """The text as far as an encoding has its signs, and its bytes."""
    try:
        return text, text.encode(encoding)
    except UnicodeEncodeError:
        plain = text.translate(_NOT_IN_OLD_PAGES)
        return plain, plain.encode(encoding)
