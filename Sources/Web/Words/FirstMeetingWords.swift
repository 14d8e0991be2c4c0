import Casework

/// What is said to a customer of what their first meeting has to tell (C05).
enum FirstMeetingWords: String, CustomerWords {
    case title = "What your first meeting tells you"
    case sheetLead = "Tick each one once you have heard about it and it is clear."
    case notClear = "Is something not clear, or did nobody tell you? Ask. You can ask again at any time."
    case signed = "Signed: {1}"
    case day = "Day: {1}"
    case should = "You met us for the first time on {1}. You should have heard about these:"
    case heard = "You met us for the first time on {1}. These are written down as told to you:"
    case left = "These have still to be told to you:"
    case ask = "Ask about any of these"

    var welsh: String? {
        switch self {
        case .title: "Beth mae eich cyfarfod cyntaf yn ei ddweud wrthych"
        case .sheetLead: "Ticiwch bob un ar ôl i chi glywed amdano, ac os yw’n glir."
        case .notClear:
            "A oes rhywbeth nad yw’n glir, neu na ddywedwyd wrthych? Gofynnwch. Gallwch ofyn eto unrhyw bryd."
        case .signed: "Llofnod: {1}"
        case .day: "Diwrnod: {1}"
        case .should: "Fe wnaethoch gwrdd â ni am y tro cyntaf ar {1}. Dylech fod wedi clywed am y rhain:"
        case .heard: "Fe wnaethoch gwrdd â ni am y tro cyntaf ar {1}. Nodwyd bod y rhain wedi’u dweud wrthych:"
        case .left: "Mae’r rhain eto i’w dweud wrthych:"
        case .ask: "Gofyn am unrhyw un o’r rhain"
        }
    }
}
