import Casework

/// What is said, to whoever wants to read more, of a talk about how things are: whether it is final, what counted and why,
/// what was answered, what is different since the time before, and how near work they are. The last ones are why an answer
/// counts, of the questions that ship, found by their English.
enum OwnTalkWords: String, CustomerWords {
    case notFinal = "This is not final. Some things were not asked yet, or were left for another day."
    case couldBe = "Then it could come to this: {1}"
    case counted = "What counted, and why"
    case youAnswered = "You answered:"
    case answers = "What you answered, word for word"
    case asAsked = "The questions stand as you were asked them."
    case notToday = "Not today"
    case noAnswer = "No answer"
    case different = "What is different since {1}"
    case nothingDifferent = "Nothing is different."
    case cameToThen = "It came to this before: {1}"
    case helpThen = "The kind of help before: {1}."
    case before = "Before:"
    case now = "Now:"
    case near = "How near work I am"
    case nearLead = "There are four points, from A to D. Going back is no fault of yours."
    case pointA = "Point A: work is not for now, and nor is help to get there."
    case pointB = "Point B: you are not ready for work yet, and you take help to get there."
    case pointC = "Point C: you think about work, and you want help with it."
    case pointD = "Point D: you are ready for work, with little help."
    case seenBy = "{1} wrote this down on {2}, and this is why:"
    case earlier = "Where you were before"
    case mostAsk = "Most jobs ask for one, so without it the first weeks go on writing it."
    case answerByEmail = "Employers answer by e-mail, and an answer not seen is a job lost."
    case onlineOnly = "Most vacancies are online only, so time online has to be found first."
    case wages = "Wages are paid into one, and opening one can take some weeks."
    case confidence =
        "Confidence is what an adviser’s help moves most, so it says how much of that help to plan."
    case gettingThere = "A job nobody can get to is not on offer, so travel is sorted out before applying."
    case timeAway =
        "Jobs and how they are advertised change, so a longer time away takes longer to catch up."
    case notWithout = "Some jobs cannot be had without one, and a course has to be found and finished first."
    case aCourseForEach = "Each is needed to apply or to do most jobs, and there is a course for each."
    case fitsHealth = "Work has to fit health, so help with health comes first or beside the search."
    case waitingList = "Help with it often has a waiting list, so asking early matters."
    case settledHome = "Holding a job without a settled home is hard, so housing help comes first."
    case hoursFit = "Hours and travel have to fit, and childcare or respite may have to be found first."
    case turnedDown =
        "Most people are turned down many times, so somebody to talk to after each one helps to go on."
    case workingWeek =
        "Going from none to a working week at once is hard, so a course or volunteering can bridge it."
    case firstWages =
        "Benefit stops before wages come, so a better-off calculation and a plan for those weeks come first."

    var welsh: String? {
        switch self {
        case .notFinal:
            "Nid yw hyn yn derfynol. Ni ofynnwyd rhai pethau eto, neu cawsant eu gadael at ddiwrnod arall."
        case .couldBe: "Wedyn gallai’r canlyniad fod fel hyn: {1}"
        case .counted: "Beth oedd yn cyfrif, a pham"
        case .youAnswered: "Eich ateb:"
        case .answers: "Eich atebion, air am air"
        case .asAsked: "Mae’r cwestiynau yma fel y gofynnwyd hwy i chi, yn Saesneg."
        case .notToday: "Ddim heddiw"
        case .noAnswer: "Dim ateb"
        case .different: "Beth sy’n wahanol ers {1}"
        case .nothingDifferent: "Nid oes dim yn wahanol."
        case .cameToThen: "Y canlyniad o’r blaen: {1}"
        case .helpThen: "Y math o help o’r blaen: {1}."
        case .before: "O’r blaen:"
        case .now: "Nawr:"
        case .near: "Pa mor agos at waith ydw i"
        case .nearLead: "Mae pedwar pwynt, o A i D. Nid oes bai arnoch chi os ewch yn ôl."
        case .pointA: "Pwynt A: nid yw gwaith ar gyfer nawr, na help i gyrraedd yno."
        case .pointB: "Pwynt B: nid ydych yn barod i weithio eto, ac rydych yn derbyn help i gyrraedd yno."
        case .pointC: "Pwynt C: rydych yn meddwl am waith, ac eisiau help gyda hynny."
        case .pointD: "Pwynt D: rydych yn barod i weithio, gydag ychydig o help."
        case .seenBy: "Ysgrifennwyd hyn gan {1} ar {2}, a dyma pam:"
        case .earlier: "Lle roeddech chi o’r blaen"
        case .mostAsk:
            "Mae’r rhan fwyaf o swyddi yn gofyn am un, felly hebddo mae’r wythnosau cyntaf yn mynd ar ei ysgrifennu."
        case .answerByEmail: "Mae cyflogwyr yn ateb drwy e-bost, ac mae ateb na welwyd yn swydd a gollwyd."
        case .onlineOnly:
            "Dim ond ar-lein y mae’r rhan fwyaf o swyddi gwag, felly rhaid cael amser ar-lein yn gyntaf."
        case .wages: "Telir cyflog i mewn i un, a gall agor un gymryd rhai wythnosau."
        case .confidence:
            "Hyder yw’r hyn y mae help cynghorydd yn ei newid fwyaf, felly mae’n dweud faint o’r help hwnnw i’w gynllunio."
        case .gettingThere: "Nid yw swydd na all neb ei chyrraedd ar gael, felly trefnir y daith cyn ymgeisio."
        case .timeAway:
            "Mae swyddi a’r ffordd y cânt eu hysbysebu yn newid, felly mae’n cymryd mwy o amser i ddal i fyny ar ôl amser hirach i ffwrdd."
        case .notWithout: "Ni ellir cael rhai swyddi heb un, a rhaid dod o hyd i gwrs a’i orffen yn gyntaf."
        case .aCourseForEach:
            "Mae angen pob un i ymgeisio neu i wneud y rhan fwyaf o swyddi, ac mae cwrs ar gyfer pob un."
        case .fitsHealth:
            "Rhaid i waith weddu i iechyd, felly daw help gydag iechyd yn gyntaf neu ochr yn ochr â’r chwilio."
        case .waitingList: "Yn aml mae rhestr aros am help gyda hyn, felly mae gofyn yn gynnar yn bwysig."
        case .settledHome: "Mae’n anodd cadw swydd heb gartref sefydlog, felly daw help gyda thai yn gyntaf."
        case .hoursFit:
            "Rhaid i oriau a theithio weddu, ac efallai y bydd angen dod o hyd i ofal plant neu seibiant yn gyntaf."
        case .turnedDown:
            "Caiff y rhan fwyaf o bobl eu gwrthod lawer gwaith, felly mae rhywun i siarad ag ef bob tro yn help i ddal ati."
        case .workingWeek:
            "Mae’n anodd mynd o ddim i wythnos waith ar unwaith, felly gall cwrs neu wirfoddoli fod yn bont."
        case .firstWages:
            "Daw’r budd-dal i ben cyn i’r cyflog ddod, felly daw cyfrifiad a chynllun ar gyfer yr wythnosau hynny yn gyntaf."
        }
    }
}

extension OwnTalkWords {
    /// How near work somebody is, in plain words to them (E-026 to E-029).
    static func point(_ point: ProgressPoint) -> String {
        switch point {
        case .a: pointA()
        case .b: pointB()
        case .c: pointC()
        case .d: pointD()
        }
    }
}
