import Casework

/// What somebody reads who needs help now.
enum OwnUrgentWords: String, CustomerWords {
    case title = "If you need help now"
    case lead = "You do not have to be alone with this. Ring one of these now. They are there to listen."
    case tell = "You can also tell anybody who helps you here. They will help you ring."
    case unrecorded = "Nothing goes on your record because you opened this page."

    var welsh: String? {
        switch self {
        case .title: "Os oes angen help arnoch nawr"
        case .lead:
            "Nid oes rhaid i chi fod ar eich pen eich hun gyda hyn. Ffoniwch un o’r rhain nawr. Maen nhw yno i wrando."
        case .tell: "Gallwch hefyd ddweud wrth unrhyw un sy’n eich helpu yma. Byddan nhw’n eich helpu i ffonio."
        case .unrecorded: "Nid oes dim yn mynd ar eich cofnod am i chi agor y dudalen hon."
        }
    }
}
