import Casework

/// What every page of a customer’s own says.
enum OwnPageWords: String, CustomerWords {
    case home = "Home"
    case plan = "My plan"
    case questions = "Questions"
    case acting = "{1}, for {2}"
    case helping = "You are here for {1}, until {2}. “You” on these pages is {1}. What you do is kept as done by you."
    case back = "Go back"
    case notShown = "The plan is not shown to you. The person you help can change that on their own page."
    case languages = "Language"
    case notInWelsh = "This page is not in Welsh yet. We are sorry."

    var welsh: String? {
        switch self {
        case .home: "Hafan"
        case .plan: "Fy nghynllun"
        case .questions: "Cwestiynau"
        case .acting: "{1}, ar ran {2}"
        case .helping:
            "Rydych yma ar ran {1}, tan {2}. {1} yw “chi” ar y tudalennau hyn. Mae’r hyn a wnewch yn cael ei gadw yn eich enw eich hun."
        case .back: "Mynd yn ôl"
        case .notShown:
            "Nid yw’r cynllun yn cael ei ddangos i chi. Gall y person rydych yn ei helpu newid hynny ar ei dudalen ei hun."
        case .languages: "Iaith"
        case .notInWelsh: "Nid yw’r dudalen hon ar gael yn Gymraeg eto. Mae’n ddrwg gennym."
        }
    }
}
