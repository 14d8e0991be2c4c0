/// What the kinds of information are called to the person they are about.
public enum CategoryWords: String, CustomerWords {
    case referral = "who you were put forward to"
    case assessment = "what you said of how things are"
    case work = "jobs and hours"
    case plan = "your plan"
    case health = "your health"
    case household = "your home and family"
    case safety = "what keeps people safe"
    case money = "your benefits"
    case sharing = "what you share"
    case conditionality = "what you are asked to do for your benefit"
    case voice = "your questions"
    case identity = "your name and birth date"
    case contact = "your address, phone, e-mail and how to talk with you"
    case appointments = "your appointments"
    case convictions = "convictions"
    case equality = "your ethnic group"

    public var welsh: String? {
        switch self {
        case .referral: "at bwy y cawsoch eich cyfeirio"
        case .assessment: "yr hyn a ddywedoch am sut mae pethau"
        case .work: "swyddi ac oriau"
        case .plan: "eich cynllun"
        case .health: "eich iechyd"
        case .household: "eich cartref a’ch teulu"
        case .safety: "yr hyn sy’n cadw pobl yn ddiogel"
        case .money: "eich budd-daliadau"
        case .sharing: "yr hyn rydych yn ei rannu"
        case .conditionality: "yr hyn y gofynnir i chi ei wneud ar gyfer eich budd-dal"
        case .voice: "eich cwestiynau"
        case .identity: "eich enw a’ch dyddiad geni"
        case .contact: "eich cyfeiriad, eich rhif ffôn, eich e-bost a sut i siarad â chi"
        case .appointments: "eich apwyntiadau"
        case .convictions: "euogfarnau"
        case .equality: "eich grŵp ethnig"
        }
    }
}

extension Category: Sayable {
    public var said: String {
        switch self {
        case .referral: CategoryWords.referral()
        case .assessment: CategoryWords.assessment()
        case .work: CategoryWords.work()
        case .plan: CategoryWords.plan()
        case .health: CategoryWords.health()
        case .household: CategoryWords.household()
        case .safety: CategoryWords.safety()
        case .money: CategoryWords.money()
        case .sharing: CategoryWords.sharing()
        case .conditionality: CategoryWords.conditionality()
        case .voice: CategoryWords.voice()
        case .identity: CategoryWords.identity()
        case .contact: CategoryWords.contact()
        case .appointments: CategoryWords.appointments()
        case .convictions: CategoryWords.convictions()
        case .equality: CategoryWords.equality()
        }
    }
}

extension Sequence<Category> {
    /// All of them, with commas between.
    public var said: String { map(\.said).joined(separator: ", ") }
}
