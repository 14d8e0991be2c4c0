import ArgumentParser
import Kernel
import Office

struct RetentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "Erase what has been kept for as long as it may be.",
        discussion: """
            By class, counted from the last entry of a case: words and plans two years, who the person is and the proof of \
            what was earned six, unless the service.yaml of your own folder says otherwise. Before the proof goes, the case is counted by month, with nobody's name. --dry-run says \
            what would go; --yes does it. One that is stopped can be run again.

            --daily on has the daily round do it by itself; it ships off.

            Example: throughline retention --dry-run --database sqlite:data/throughline.sqlite
            """)

    enum Switch: String, ExpressibleByArgument, CaseIterable {
        case on, off
    }

    @Flag(help: "Say what would be erased, case by case, and erase nothing.")
    var dryRun = false

    @Flag(help: "Say that it is meant: nothing brings back what is erased.")
    var yes = false

    @Option(help: "Whether the daily round does this by itself: on or off.")
    var daily: Switch?

    @Flag(help: "Report as JSON.")
    var json = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        if let daily {
            try await store.with { try await $0.office.setRetentionDaily(daily == .on) }
            try Output.standard.line("The daily round \(daily == .on ? "erases" : "does not erase") what may go.")
            if !dryRun, !yes { return try Output.standard.flush() }
        }
        guard dryRun != yes else {
            throw Refusal(
                "retention.sure",
                "Nothing brings back what is erased. See what would go with --dry-run, then add --yes.")
        }
        let dues = Locked<[RetentionDue]>([])
        let report = try await store.with { store in
            try await store.office.runRetention(isRehearsal: dryRun) { [json, dryRun] due in
                if json { return dues.with { $0.append(due) } }
                if dryRun {
                    try Output.standard.line(
                        "\(due.subject): \(due.classes.map(\.rawValue).joined(separator: ", ")); last entry \(due.last.written)"
                    )
                }
            }
        }
        if json {
            let figures = report.figures.map { JSON.Member($0.name, .int($0.number)) }
            let cases: [JSON] = dues.with { $0 }.map { due in
                [
                    "case": .text(due.subject), "last": .text(due.last),
                    "classes": .array(due.classes.map { .string($0.rawValue) }),
                ]
            }
            let erased = JSON.Member("erased", .bool(yes))
            try Output.standard.line(JSON.object([erased] + figures + [.init("each", .array(cases))]).pretty)
        } else {
            try Output.standard.line(yes ? "Erased:" : "Would be erased:")
            try Output.standard.lines(report.figures.map { "\($0.words): \($0.number)" })
        }
        try Output.standard.flush()
    }
}
