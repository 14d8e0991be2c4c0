import Casework
import Kernel

extension MadeUpCustomer {
    /// The customer of a number, with their claim and their story as it stands at a moment.
    init(number: Int, partnership: MadeUpPartnership, at now: Instant, random: RandomSource) {
        let kinds = DemonstrationKind.cycle
        var story = DemonstrationStory(number, at: now)
        let (steps, referred) = story.steps(kinds[number % kinds.count])
        let (born, claim) = Self.claim(number, referred: referred)
        self = MadeUpCustomer(
            number: number, subject: Identifier(at: steps.first?.at ?? now, random: random), born: born, claim: claim,
            worker: partnership.jobcentre[number % partnership.jobcentre.count], steps: steps,
            random: .seeded(UInt64(1_000_003 + number)))
    }

    /// Half are on Jobseeker's Allowance at 25 or over, and every group of the Work Programme has somebody (D-001 to D-009).
    private static func claim(_ number: Int, referred: CalendarDay) -> (born: CalendarDay, ClaimAnswers) {
        func aged(_ years: Int) -> CalendarDay { referred.adding(years: -years).adding(days: -(number * 37 % 360) - 1) }
        func since(_ months: Int) -> CalendarDay {
            referred.adding(months: -months).adding(days: -(number * 11 % 25) - 1)
        }
        func jsa(_ years: Int, _ months: Int, _ circumstances: [String] = []) -> (CalendarDay, ClaimAnswers) {
            (aged(years), ClaimAnswers(benefit: "JSA", since: since(months), circumstances: circumstances))
        }
        func esa(_ years: Int, _ circumstances: [String]) -> (CalendarDay, ClaimAnswers) {
            let decided = "wca-decided=\(referred.adding(months: -2))"
            return (
                aged(years), ClaimAnswers(benefit: "ESA", since: since(8), circumstances: circumstances + [decided])
            )
        }
        switch number * 7 % 20 {
        case 0..<9: return jsa(26 + number * 13 % 32, 12 + number % 9)
        case 9..<13: return jsa(18 + number % 6, 9 + number % 4)
        case 13: return jsa(30 + number % 20, 5, ["early-access", "disabled"])
        case 14: return jsa(19, 6, ["early-access", "repeat-claims"])
        case 15: return esa(34 + number % 20, ["wrag", "income-related", "prognosis=3"])
        case 16: return esa(45, ["wrag", "income-related", "ex-incapacity", "prognosis=6"])
        case 17: return jsa(50, 4, ["ex-incapacity"])
        case 18: return esa(41, ["support-group", "income-related"])
        default:
            return number % 2 == 0
                ? (aged(47), ClaimAnswers(benefit: "IS", since: since(30), circumstances: []))
                : jsa(28, 1, ["prison-leaver=\(referred.adding(days: -20))"])
        }
    }
}
