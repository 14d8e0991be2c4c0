import Casework

/// What a person who is erased is told: what went, what stays and until when (UK GDPR article 12).
enum ErasureWords: String, CustomerWords {
    case erased = "We have erased this: {1}. Nobody can bring it back."
    case proof =
        "We keep the proof of what providers were paid for until {1}, because public money has to be accounted for. Then it goes too."
    case details = "Your own details are no longer on it."
    case papers =
        "Papers and words kept with it stay sealed until that day. They may show a name: a payslip, a letter or where you worked."
    case complain = "If you think this is wrong, you can complain to us, or to the Information Commissioner."

    var welsh: String? {
        switch self {
        case .erased: "Rydym wedi dileu hyn: {1}. Ni all neb ddod ag ef yn ôl."
        case .proof:
            "Cadwn y prawf o’r hyn y talwyd darparwyr amdano tan {1}, am fod rhaid rhoi cyfrif am arian cyhoeddus. Wedyn bydd hwnnw’n mynd hefyd."
        case .details: "Nid yw eich manylion eich hun arno mwyach."
        case .papers:
            "Mae papurau a geiriau a gadwyd gydag ef yn aros dan sêl tan y diwrnod hwnnw. Gallant ddangos enw: slip cyflog, llythyr neu ble buoch yn gweithio."
        case .complain:
            "Os credwch fod hyn yn anghywir, gallwch gwyno wrthym ni, neu wrth y Comisiynydd Gwybodaeth."
        }
    }
}
