import Casework

/// What the page says of what changed since the reader was last here.
enum OwnChangedWords: String, CustomerWords {
    case title = "What is new"
    case one = "1 thing is new since you were last here."
    case many = "{1} things are new since you were last here."
    case see = "See what is new"
    case since = "You were last here on {1}, {2}."
    case nothing = "Nothing is new."
    case nothingComes = "What others do for you between your visits is told here."

    var welsh: String? {
        switch self {
        case .title: "Beth sy’n newydd"
        case .one: "Mae 1 peth yn newydd ers i chi fod yma ddiwethaf."
        case .many: "Pethau sy’n newydd ers i chi fod yma ddiwethaf: {1}."
        case .see: "Gweld beth sy’n newydd"
        case .since: "Y tro diwethaf i chi fod yma: {1}, {2}."
        case .nothing: "Nid oes dim yn newydd."
        case .nothingComes: "Dywedir yma beth mae eraill yn ei wneud drosoch rhwng eich ymweliadau."
        }
    }
}
