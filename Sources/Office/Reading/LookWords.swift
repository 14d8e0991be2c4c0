public import Casework

/// Why somebody looked at a record, in words to the person it is about, beside those of `RelationWords`.
public enum LookWords: String, CustomerWords {
    case found = "They searched by number or birth date, to see if somebody is on record."
    case takingUp = "They opened the form that says if you are with them now."
    case compared = "They looked to see if two records are both yours."
    case answering = "They had to answer what you asked about your record."
    case agreed = "You said yes on {1}: they may see what you agreed to, until {2}."
    case purpose = "It is to {1}."
    case meeting = "They meet you, so they see any note on how to meet you safely."
    case safeguarding = "They look after safety."

    public var welsh: String? {
        switch self {
        case .found: "Chwiliwyd yn ôl rhif neu ddyddiad geni, i weld a oes rhywun ar gofnod."
        case .takingUp: "Agorwyd y ffurflen sy’n dweud a ydych gyda hwy nawr."
        case .compared: "Edrychwyd i weld ai chi biau’r ddau gofnod."
        case .answering: "Roedd yn rhaid iddynt ateb yr hyn a ofynnoch am eich cofnod."
        case .agreed: "Dywedoch “ie” ar {1}: cânt weld yr hyn y cytunoch iddo, tan {2}."
        case .purpose: "Y pwrpas: {1}."
        case .meeting: "Maent yn cyfarfod â chi, felly gwelant unrhyw nodyn ar sut i wneud hynny’n ddiogel."
        case .safeguarding: "Maent yn gofalu am ddiogelwch."
        }
    }
}
