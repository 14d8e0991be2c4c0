import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Office

/// What is answered while a map is being read: how far that is, and about how long it takes.
///
/// The page looks again by itself, which no other page does: whoever asked for a map that takes minutes has nothing else
/// to do here, and should not have to guess when it is there. It is calm about it. Nothing on it moves; it goes when half of
/// the time that is left is over, five seconds at the soonest; and beside the link that looks at once there is one to a page
/// that stays as it is (WCAG 2.2.1, failure F41). A header asks for it, so that what was kept or printed does not.
struct JourneysWait {
    private let progress: JourneyProgress
    /// Whether others are read first.
    private let isQueued: Bool
    private let filter: JourneysFilter
    /// What the address asks, but for the file and for who looks again.
    private let asked: [(String, String)]
    private let wantsFile: Bool
    private let readsPages: Bool
    /// Whether the reader looks again, and not the page.
    private let stays: Bool
    /// After how many minutes in which nobody looks the reading stops.
    private let minutes: Int64

    /// What an address says where the page is to stay as it is.
    private static let staying = ("look", "self")

    init(_ progress: JourneyProgress, isQueued: Bool, _ filter: JourneysFilter, of visit: Visit) {
        self.progress = progress
        self.isQueued = isQueued
        self.filter = filter
        let others: [(String, String)] = ["show", "from", "until"].compactMap { name in
            visit.query(name).map { (name, $0) }
        }
        asked = filter.query() + others
        wantsFile = visit.query("as").flatMap(JourneysFile.init(rawValue:)) != nil
        readsPages = visit.request.headers[.accept]?.contains("text/html") ?? false
        stays = visit.query(Self.staying.0) == Self.staying.1
        minutes = visit.office.journeySettings.with { $0.keptFor.components.seconds / 60 }
    }

    private var address: String { SiteURL.journeys(asked).address }

    /// A page; and to a program that asks for a file, the same in JSON.
    func response(_ visit: Visit) -> Response {
        guard !wantsFile || readsPages else { return told }
        var response = visit.site.response(page, visit.context, status: .accepted)
        if !stays { response.headers[.refresh] = "\(progress.looksAgain); url=\(address)" }
        return response
    }

    // MARK: To people

    var page: Page {
        Page("Journeys, being read", heading: "Journeys", section: SiteURL.journeys([]).address) {
            if let words = filter.words { p { words } }
            p { strong { sentence } }
            if wantsFile { p { "Once it is read you come to the page of these journeys, which has the file." } }
            p {
                if stays {
                    a(.href(SiteURL.journeys(asked + [Self.staying]).address)) { "Look again" }
                    ". Where nobody looks for \(minutes) minutes the reading stops."
                } else {
                    "This page looks again by itself, in \(progress.looksAgain) seconds. "
                    a(.href(address)) { "Look again now" }
                    ", or "
                    a(.href(SiteURL.journeys(asked + [Self.staying]).address)) { "let it stay until you look" }
                    "."
                }
            }
        }
    }

    private var sentence: String {
        let left = progress.left.map { " (\($0))" } ?? ""
        return isQueued
            ? "As many maps are being read as can be at once. Yours begins when one of them is done\(left)."
            : "Reading the record: \(progress.written) entries\(left)."
    }

    // MARK: To programs

    private var told: Response {
        let own: JourneyProgress? = isQueued ? nil : progress
        let body = JSON.fields([
            "question": filter.json, "state": .string(isQueued ? "waiting" : "reading"),
            "read": own.map { .int($0.read) }, "entries": own.map { .int($0.entries) },
            "seconds_left": progress.secondsLeft.map { .int($0) },
        ])
        return Response(
            status: .accepted,
            headers: [.contentType: "application/json", .retryAfter: String(progress.looksAgain)],
            body: .init(byteBuffer: ByteBuffer(string: body.text)))
    }
}

extension HTTPField.Name {
    /// After how long a browser asks for an address (HTML Standard, the `Refresh` header).
    static let refresh = Self("Refresh")!
}

extension JourneyProgress {
    /// `3.1 of 10.2 million`, or `8,000 of 250,000`.
    var written: String {
        func millions(_ count: Int) -> String { "\(grouped(count / 1_000_000)).\(count / 100_000 % 10)" }
        return entries < 1_000_000
            ? "\(grouped(read)) of \(grouped(entries))" : "\(millions(read)) of \(millions(entries)) million"
    }

    /// `about 70 seconds left`; nil while nobody can tell.
    var left: String? {
        secondsLeft.map { seconds in
            switch seconds {
            case ..<10: "a few seconds left"
            case ..<120: "about \((seconds + 9) / 10 * 10) seconds left"
            default: "about \(grouped((seconds + 59) / 60)) minutes left"
            }
        }
    }
}
