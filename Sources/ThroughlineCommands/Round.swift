import ArgumentParser
import Kernel
import Logging
import Office
import Records

struct Round: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the daily round now: reminders, exits, the signed checkpoint, and tidying up.",
        discussion: """
            A site that is served makes the round by itself once a day. It may be made again at any time: what was done is \
            not done twice, and what was missed is caught up. With a mail server, what waits in the outbox is sent too.

            Example: throughline round --database sqlite:data/throughline.sqlite
            """)

    @Flag(help: "Report as JSON.")
    var json = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var mail: MailOptions

    func run() async throws {
        let (report, dealtWith) = try await store.with { store in
            let courier = try mail.courier(isMadeUp: store.seed != nil)
            let report = try await store.office.makeRound(sendsMail: courier != nil)
            var dealtWith: Int?
            if let courier {
                dealtWith = try await SendingWorker(store.office, courier, logger: Logger(label: "throughline"))
                    .sendAll()
            }
            return (report, dealtWith)
        }
        let figures: [(String, String, Int)] = [
            ("reminders", "Reminders put in the outbox", report.reminders),
            ("endings", "Letters on the end of the allotted time put in the outbox", report.endings),
            ("exits", "Exits recorded, the last payment being due or the allotted time over", report.exits),
            ("retired", "Cases of which something was erased, its time being over", report.retired),
            ("checkpoints", "Signed checkpoints made", report.checkpoints),
            ("sessions", "Sessions that were over, cleared", report.sessions),
            ("answers", "Answers to old commands, cleared", report.answers),
        ]
        if json {
            let members = figures.map { JSON.Member($0.0, .int($0.2)) }
            let letters = JSON.Member("letters", dealtWith.map { .int($0) } ?? .null)
            try Output.standard.line(JSON.object(members + [letters]).pretty)
        } else {
            try Output.standard.lines(figures.map { "\($0.1): \($0.2)" })
            try Output.standard.line(
                dealtWith.map { "Letters dealt with: \($0)" } ?? "No mail server was named, so no letter was sent.")
        }
        try Output.standard.flush()
    }
}
