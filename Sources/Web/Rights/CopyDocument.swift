import Casework
import Kernel
public import Office
import Records

/// A copy of a record as a page to read or to print: it stands alone, with no script and nothing fetched from elsewhere.
public struct CopyDocument: HTML {
    private let copy: AccessCopy

    public init(_ copy: AccessCopy) { self.copy = copy }

    /// How copies are written, for their digests.
    public static let writing = CopyWriting { CopyDocument($0).render(capacity: 1 << 16) }

    /// In the language of the copy, whoever downloads it.
    public func write(to page: inout HTMLOutput) {
        page.markup("<!DOCTYPE html>\n")
        Speech.$current.withValue(Speech(copy.language)) { document.write(to: &page) }
        page.markup("\n")
    }

    @HTMLBuilder private var document: some HTML {
        html(.lang(copy.language.rawValue)) {
            head {
                meta(.charset("utf-8"))
                meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                title { CopyPageWords.title(copy.name, copy.made.day) }
                Self.style
            }
            body {
                main {
                    h1 { CopyPageWords.heading() }
                    p { CopyPageWords.made(copy.name, copy.made.day) }
                    if copy.isMadeUp { p(.class("draft")) { SurfaceWords.current.simulated } }
                    if !copy.waiting.isEmpty {
                        p(.class("draft")) {
                            strong { CopyPageWords.draft() }
                            " \(CopyPageWords.unread(copy.waiting.count))"
                        }
                    }
                    ForEach(copy.sections) { CopySection(section: $0) }
                    if !copy.papers.isEmpty {
                        h2 { CopyPageWords.papers() }
                        p { CopyPageWords.papersNote() }
                        ForEach(copy.papers) { CopyPaperPart(paper: $0) }
                    }
                    h2 { CopyPageWords.happened() }
                    p { CopyPageWords.happenedNote() }
                    if copy.language != .english { p { CopyPageWords.inEnglish() } }
                    ForEach(copy.entries) { CopyEntry(entry: $0, copy: copy) }
                    p { CopyPageWords.end(copy.made.day) }
                }
            }
        }
    }

    /// Black on white, in the reader's own type; an entry is not broken over two sheets.
    private static let style = UnescapedMarkup(
        """
        <style>
        body { font: 1.05rem/1.5 system-ui, sans-serif; margin: 0; color: #111; background: #fff; }
        main { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.9rem; } h2 { margin-top: 2.5rem; border-bottom: 2px solid #111; }
        h3 { margin: 1.5rem 0 0; font-size: 1.1rem; }
        dl { margin: 0; } dt { font-weight: 600; margin-top: .6rem; } dd { margin: 0; white-space: pre-line; }
        article { break-inside: avoid; } article p { margin: .2rem 0; }
        .said { border-left: 3px solid #767676; padding-left: .8rem; white-space: pre-line; }
        .covered { border: 1px solid #111; padding: .2rem .6rem; }
        .draft { border: 3px solid #111; padding: .6rem; } img { max-width: 100%; }
        .fine { color: #555; font-size: .85rem; overflow-wrap: anywhere; }
        @media print { main { margin: 0; max-width: none; } }
        </style>
        """)
}

private struct CopySection: Component {
    let section: AccessCopy.Section

    var body: some HTML {
        h2 { section.title }
        p { section.note }
        dl {
            ForEach(section.rows) { row in
                dt { row.name }
                dd { row.value }
            }
        }
    }
}

/// A picture as it is, or a file to open: part of the page itself, so that it goes wherever the page goes.
private struct CopyPaperPart: Component {
    let paper: AccessCopy.Paper

    /// An address with the content in it. No letter of base64, and none of a type's name, means anything in markup.
    private var address: String { "data:\(paper.document.type.mediaType);base64,\(paper.base64)" }

    var body: some HTML {
        h3 { paper.name }
        switch paper.document.type {
        case .png, .jpeg: UnescapedMarkup(escapedBy: "base64", "<img alt=\"\" src=\"\(address)\">")
        case .pdf, .text:
            p {
                UnescapedMarkup(escapedBy: "base64", "<a download=\"\(paper.file)\" href=\"\(address)\">")
                CopyPageWords.openPaper(paper.file)
                UnescapedMarkup("</a>")
            }
        }
    }
}

private struct CopyEntry: Component {
    let entry: AccessCopy.Entry
    let copy: AccessCopy

    var body: some HTML {
        article {
            if copy.language == .english {
                h3 { CopyPageWords.onDay(entry.told.day, entry.told.headline) }
                if let detail = entry.told.detail { p { detail } }
            } else {
                h3 {
                    CopyPageWords.onDay(
                        entry.told.day,
                        OwnJourneyWords.headline(entry.event.fact, names: copy.names, appointments: copy.appointments))
                }
                p(.class("fine"), .lang("en")) {
                    ([entry.told.headline] + [entry.told.detail].compactMap(\.self)).joined(separator: ". ")
                }
            }
            ForEach(entry.texts) { text in
                if let words = text.text {
                    p(.class("said")) { CopyPageWords.onDay(text.label, words) }
                } else {
                    p(.class("covered")) { CopyPageWords.covered(text.label, text.covered ?? "") }
                }
            }
            p(.class("fine")) { CopyPageWords.recorded(entry.by, entry.event.recorded.day) }
            if !entry.recorded.isEmpty {
                p(.class("fine")) {
                    CopyPageWords.asRecorded()
                    " "
                    span(.lang("en")) {
                        entry.recorded.map { "\($0.name) \($0.value)" }.joined(separator: "; ")
                    }
                }
            }
        }
    }
}
