import Casework
import Hummingbird
import Kernel
import Office

extension Site {
    /// A code as it is printed, for staff and for the customer who made one.
    func addCodes(to router: Router<SiteContext>) {
        router.page(.code, self) { visit in
            let code = try await visit.office.code(
                of: visit.identifier("item"), on: visit.subject, as: visit.actor)
            return codePage(
                code.language.write { CodeSheet(code, at: visit) }, for: try visit.subject,
                wish: PrintWish(code.seen, tools: visit.office.tools)
            ).about(code.seen)
        }
        router.ownPage(.meCode, self) { own in
            let code = try await own.visit.office.code(
                of: own.visit.identifier("item"), on: own.visitor.subject, as: own.visit.actor)
            let sheet = CodeSheet(code, at: own.visit)
            return Page(CodeWords.title(), trail: [Link(OwnPageWords.home(), to: SiteURL.me.address)]) { sheet }
        }
    }
}

/// What staff see around a sheet: the sheet alone is printed, and is the customer’s.
private func codePage(_ sheet: CodeSheet, for subject: Identifier<CaseFile>, wish: PrintWish) -> Page {
    let page = Page("A code to hand over", trail: [Link("Customer", to: SiteURL.customer(subject).address)]) {
        h1(.class("screen")) { "A code to hand over" }
        p(.class("hint screen")) {
            if sheet.language != .english { "The sheet is in \(sheet.language.title), which they read. " }
            "Print this page, write the code down, or read it out. It is shown as long as it works."
        }
        Printed(wish, toMake: "Read the code out to them, and what is written with it.") {
            article(.class("code-sheet"), .lang(sheet.language.rawValue)) {
                h2 { sheet.title }
                sheet
            }
        }
    }
    return page.withoutHeading()
}

/// The sheet with a code, in the language in which it was made.
private struct CodeSheet: Component {
    let language: Language
    let title: String
    private let code: String
    private let address: String
    private let whose: String?
    private let lines: (use: String, until: String, keep: String)

    init(_ written: WrittenCode, at visit: Visit) {
        language = Speech.language
        title = CodeWords.title()
        code = written.code
        address = "\(visit.office.address.with { $0 } ?? "")\(SiteURL.welcome.address)"
        whose = written.supporter.map { CodeWords.whose($0) }
        lines = (
            CodeWords.use(), CodeWords.until(written.expires.saidClock, written.expires.day.saidInFull),
            CodeWords.keep()
        )
    }

    var body: some HTML {
        if let whose { p { whose } }
        p(.class("code")) { strong { code } }
        p { lines.use }
        p { strong { address } }
        p { lines.until }
        p { lines.keep }
    }
}
