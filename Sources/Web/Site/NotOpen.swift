import HTTPTypes
import Kernel

/// What staff are told when a record is not open to whoever sends a form about it, as when the customer stops sharing
/// while the form is open: nothing was recorded, and what they typed is shown back, so that they can keep it.
///
/// It says the same to somebody who never saw the record, and so nothing of whose it is or whether it is there.
struct NotOpen {
    /// What is refused to somebody whom the record is not open to, or not for this.
    static let codes: Set<String> = ["case.none", "power.none"]

    private let refusal: Refusal
    private let typed: [FormFields.Field]
    private let files: [FormFile]

    /// nil where the refusal is about something else.
    init?(_ refusal: Refusal, typed: [FormFields.Field], files: [FormFile]) {
        guard Self.codes.contains(refusal.code) else { return nil }
        self.refusal = refusal
        self.typed = typed.filter { !$0.value.isEmpty }
        self.files = files
    }

    var status: HTTPResponse.Status { refusal.code == "case.none" ? .notFound : .forbidden }

    var page: Page {
        Page("Not recorded", failed: true) {
            NoticeBox(
                .attention,
                "This is not open to you, or no longer is: sharing may have stopped. Nothing was recorded.")
            p { refusal.sentence }
            if !typed.isEmpty {
                Section("What you typed", id: "typed") {
                    p { "It is on this page alone. Copy what you want to keep." }
                    SummaryList {
                        ForEach(typed) { field in SummaryRow(Self.label(field.name)) { pre { field.value } } }
                    }
                }
            }
            if !files.isEmpty { p { "The file you chose is not kept here: it is still where you chose it from." } }
            p { Link("Go to your first page", to: SiteURL.home.address) }
        }
    }

    /// The name of a field as words: *due-day* as *Due day*.
    private static func label(_ name: String) -> String {
        let words = name.split { $0 == "-" || $0 == "." || $0 == "_" }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
