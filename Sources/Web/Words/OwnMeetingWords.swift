import Casework

/// What the page and the form say of meeting the customer.
enum OwnMeetingWords: String, CustomerWords {
    case title = "When we meet you"
    case lead = "Whoever meets you is asked to do this, so that everybody is safe:"
    case until = "Until {1}. Then it is looked at again."
    case wrong = "If you think this is wrong, ask them a question or complain."
    case woman = "You would rather see a woman."
    case man = "You would rather see a man."
    case say = "Say whom you would rather see"
    case formTitle = "Whom I would rather see"
    case label = "Whom would you rather see?"
    case hint = "We do our best. Nobody asks why, and you get the same help."
    case button = "Send my answer"
    case twoPeople = "Two of us meet you"
    case privateRoom = "You are met in a private room"
    case atTheOffice = "You are met at the office"
    case aWoman = "A woman"
    case aMan = "A man"
    case either = "I do not mind"
    case thanks = "Thank you. Those who choose your adviser are told what suits you, and not why."
    case safety =
        "There may be a note on how to meet somebody safely. Only those who meet them see it, and whoever looks after safety."

    var welsh: String? {
        switch self {
        case .title: "Pan fyddwn yn cyfarfod â chi"
        case .lead: "Gofynnir i bwy bynnag sy’n cyfarfod â chi wneud hyn, er mwyn i bawb fod yn ddiogel:"
        case .until: "Tan {1}. Yna edrychir arno eto."
        case .wrong: "Os ydych yn meddwl bod hyn yn anghywir, gofynnwch gwestiwn iddynt neu cwynwch."
        case .woman: "Byddai’n well gennych weld menyw."
        case .man: "Byddai’n well gennych weld dyn."
        case .say: "Dweud pwy y byddai’n well gennych ei weld"
        case .formTitle: "Pwy y byddai’n well gennyf ei weld"
        case .label: "Pwy y byddai’n well gennych ei weld?"
        case .hint: "Gwnawn ein gorau. Nid oes neb yn gofyn pam, a chewch yr un help."
        case .button: "Anfon fy ateb"
        case .twoPeople: "Mae dau ohonom yn cyfarfod â chi"
        case .privateRoom: "Cewch eich gweld mewn ystafell breifat"
        case .atTheOffice: "Cewch eich gweld yn y swyddfa"
        case .aWoman: "Menyw"
        case .aMan: "Dyn"
        case .either: "Nid oes gwahaniaeth gennyf"
        case .thanks: "Diolch. Dywedir wrth y rhai sy’n dewis eich cynghorydd beth sy’n addas i chi, ond nid pam."
        case .safety:
            "Efallai fod nodyn am sut i gyfarfod â rhywun yn ddiogel. Dim ond y rhai sy’n cyfarfod â’r person hwnnw sy’n ei weld, a phwy bynnag sy’n gofalu am ddiogelwch."
        }
    }

    /// What a notice asks of whoever meets them.
    static func ask(_ ask: SafetyAsk) -> String {
        switch ask {
        case .twoPeople: twoPeople()
        case .privateRoom: privateRoom()
        case .atTheOffice: atTheOffice()
        }
    }

    static func wish(_ wish: AdviserWish) -> String {
        switch wish {
        case .woman: aWoman()
        case .man: aMan()
        case .either: either()
        }
    }
}
