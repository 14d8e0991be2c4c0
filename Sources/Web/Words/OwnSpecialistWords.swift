import Casework

/// What is said to a customer of what a specialist or a trainer found out about them. The last ones are the kinds and levels
/// of the service's file that ships, found by their English.
enum OwnSpecialistWords: String, CustomerWords {
    case title = "What specialists found out"
    case lead = "Ask your adviser if something here is not right. It can be taken out."
    case about = "It was about: {1}"
    case foundBy = "Found out by: {1}"
    case on = "{1} wrote it down. It is of {2}."
    case level = "Level: {1}"
    case health = "Health and work"
    case selfEmployment = "Self-employment"
    case literacy = "Reading and writing"
    case numeracy = "Numbers"
    case other = "Something else"
    case entry1 = "Entry 1"
    case entry2 = "Entry 2"
    case entry3 = "Entry 3"
    case level1 = "Level 1"
    case level2 = "Level 2"

    var welsh: String? {
        switch self {
        case .title: "Yr hyn a ganfu arbenigwyr"
        case .lead: "Gofynnwch i’ch cynghorydd os nad yw rhywbeth yma yn gywir. Gellir ei dynnu allan."
        case .about: "Roedd yn ymwneud â: {1}"
        case .foundBy: "Canfuwyd gan: {1}"
        case .on: "Ysgrifennwyd hyn gan {1}. Mae’n dyddio o {2}."
        case .level: "Lefel: {1}"
        case .health: "Iechyd a gwaith"
        case .selfEmployment: "Hunangyflogaeth"
        case .literacy: "Darllen ac ysgrifennu"
        case .numeracy: "Rhifau"
        case .other: "Rhywbeth arall"
        case .entry1: "Mynediad 1"
        case .entry2: "Mynediad 2"
        case .entry3: "Mynediad 3"
        case .level1: "Lefel 1"
        case .level2: "Lefel 2"
        }
    }
}
