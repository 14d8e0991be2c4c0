import Casework
import Kernel

/// One referral as a file gives it, each value in the form its column asks for.
struct ReferralRow {
    /// The row's own reference at its source, by which it is known when it comes again.
    let reference: String
    let identity: Identity
    let benefit: String
    let claimStart: CalendarDay
    let circumstances: [String]
    let interviewOn: CalendarDay?
    let explained: Bool
    let inWriting: Bool
    let agreed: [String]
    /// All of it as it was written, to know the same row from another with its reference.
    let content: String

    /// - Throws: `Refusal` about the first column that cannot be taken.
    init(_ values: [ReferralColumn: String], on today: CalendarDay) throws(Refusal) {
        func text(_ column: ReferralColumn) -> String { (values[column] ?? "").trimmed }
        func needed(_ column: ReferralColumn) throws(Refusal) -> String {
            let text = text(column)
            guard !text.isEmpty else {
                throw Refusal("import.empty", "This is empty, and must not be.", field: column.rawValue)
            }
            return text
        }
        func day(_ column: ReferralColumn) throws(Refusal) -> CalendarDay {
            let text = try needed(column)
            do throws(Refusal) { return try CalendarDay(text) } catch { throw error.about(column.rawValue) }
        }
        func yes(_ column: ReferralColumn) throws(Refusal) -> Bool {
            switch text(column).lowercased() {
            case "yes": return true
            case "no", "": return false
            case let other:
                throw Refusal(
                    "import.yes-no", "“\(other.prefix(40))” is neither yes nor no. Write one of them.",
                    field: column.rawValue)
            }
        }
        func list(_ column: ReferralColumn) -> [String] {
            text(column).split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
        }
        reference = try needed(.reference)
        guard reference.count <= 100 else {
            throw Refusal("import.reference", "Shorten the reference: it may have 100 characters.", field: "reference")
        }
        let number = text(.number)
        identity = try Identity(
            given: needed(.given), family: needed(.family), born: day(.born),
            nationalInsurance: number.isEmpty ? nil : NationalInsuranceNumber(number), address: text(.address),
            phone: text(.phone), email: text(.email), on: today)
        benefit = try needed(.benefit)
        claimStart = try day(.claimStart)
        circumstances = list(.circumstances)
        interviewOn = text(.interviewOn).isEmpty ? nil : try day(.interviewOn)
        if let interviewOn, interviewOn > today {
            throw Refusal(
                "import.interview-later", "The interview is on \(interviewOn.written), which has not come yet.",
                field: ReferralColumn.interviewOn.rawValue)
        }
        explained = try yes(.explained)
        inWriting = try yes(.inWriting)
        agreed = list(.agreed)
        content = ReferralColumn.allCases.map { "\($0.rawValue)=\(text($0))" }.joined(separator: "\n")
    }
}
