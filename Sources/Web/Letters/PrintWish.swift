import Casework
import Kernel

/// The formats in which a customer would have what is printed for them (G-245, K-039): as it is on record of their needs,
/// or, while nobody has recorded those, as they said at a first meeting.
struct PrintWish: Sendable {
    let formats: [LetterFormat]
    /// The day on which they said so; nil where they asked for nothing.
    let said: CalendarDay?

    init(_ seen: SeenCase, tools: ServiceTools) {
        if let stated = seen.needs, let needs = stated.needs.value {
            formats = needs.formats
            said = needs.formats.isEmpty ? nil : stated.event.recorded.day
        } else if let atFirst = SaidToHelp(seen, tools: tools), atFirst.wantsLargePrint {
            formats = [.largePrint]
            said = atFirst.day
        } else {
            formats = []
            said = nil
        }
    }

    var isLarge: Bool { formats.contains(.largePrint) }

    /// What they asked for that somebody else makes, of the plain text: `Braille`; nil for nothing.
    var made: String? {
        let made = formats.filter { !$0.isPrinted }
        return made.isEmpty ? nil : made.written
    }
}
