/// Why somebody sees a record, by what they are to the person, in words to them.
public enum RelationWords: String, CustomerWords {
    case jobcentre = "They look after your benefit, and the law lets them see what they need for that."
    case council = "They keep your record, and the law lets them see what they need to help you."
    case referred = "You were put forward to them, and the law lets them see what they need to begin."
    case attached = "They help you now, and the law lets them see what they need for that."
    case host = "You are invited to a talk of theirs. They see your name, to know who comes."
    case offered = "They were asked to take you on, and the law lets them see what they need to answer."
    case past = "You were with them before. They see what they wrote then."
    case former = "They helped you before. They see what they did then."
    case partner = "You agreed to it."
    case commissions = "They pay for the help you get and must check it. They see no name and no words."
    case supporter = "You chose them to act for you."

    public var welsh: String? {
        switch self {
        case .jobcentre:
            "Maent yn gofalu am eich budd-dal, ac mae’r gyfraith yn gadael iddynt weld yr hyn sydd ei angen ar gyfer hynny."
        case .council:
            "Maent yn cadw eich cofnod, ac mae’r gyfraith yn gadael iddynt weld yr hyn sydd ei angen i’ch helpu."
        case .referred:
            "Cawsoch eich cyfeirio atynt, ac mae’r gyfraith yn gadael iddynt weld yr hyn sydd ei angen i ddechrau."
        case .attached:
            "Maent yn eich helpu nawr, ac mae’r gyfraith yn gadael iddynt weld yr hyn sydd ei angen ar gyfer hynny."
        case .host:
            "Rydych wedi cael gwahoddiad i sgwrs ganddynt. Maent yn gweld eich enw, er mwyn gwybod pwy sy’n dod."
        case .offered:
            "Gofynnwyd iddynt eich derbyn, ac mae’r gyfraith yn gadael iddynt weld yr hyn sydd ei angen i ateb."
        case .past: "Roeddech gyda hwy o’r blaen. Maent yn gweld yr hyn a ysgrifennwyd ganddynt bryd hynny."
        case .former: "Maent wedi eich helpu o’r blaen. Maent yn gweld yr hyn a wnaethant bryd hynny."
        case .partner: "Rydych wedi cytuno i hyn."
        case .commissions:
            "Maent yn talu am yr help a gewch a rhaid iddynt ei wirio. Nid ydynt yn gweld enw na geiriau."
        case .supporter: "Chi a’u dewisodd i weithredu ar eich rhan."
        }
    }
}

extension Relation {
    /// Why an organisation of this relation sees the record, to the person it is about; nil for the person and for nobody.
    public var saidWhy: String? {
        switch self {
        case .jobcentre: RelationWords.jobcentre()
        case .council: RelationWords.council()
        case .referred: RelationWords.referred()
        case .attached: RelationWords.attached()
        case .host: RelationWords.host()
        case .offered: RelationWords.offered()
        case .former: RelationWords.former()
        case .past: RelationWords.past()
        case .partner: RelationWords.partner()
        case .commissions: RelationWords.commissions()
        case .supporter: RelationWords.supporter()
        case .none, .oneself: nil
        }
    }
}
