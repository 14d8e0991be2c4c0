import Casework

/// What a customer is told when what they sent could not be saved, beside what the rules say of it.
enum NotSavedWords: String, CustomerWords {
    case title = "Not saved"
    case kept = "What you typed is kept on this page. Leave it open, and send it again."
    case again = "Send it again"
    case file = "The file"
    case fileAgain = "A browser cannot keep it: choose it again."

    var welsh: String? {
        switch self {
        case .title: "Heb ei gadw"
        case .kept: "Mae’r hyn a deipioch yn dal ar y dudalen hon. Gadewch hi ar agor, ac anfonwch ef eto."
        case .again: "Anfon eto"
        case .file: "Y ffeil"
        case .fileAgain: "Ni all porwr ei chadw: dewiswch hi eto."
        }
    }
}
