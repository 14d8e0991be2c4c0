import Foundation

/// Measures the parts that a request from outside cannot: `Benchmarks/run` calls it and prints the table. Each answer is
/// one line of JSON.
@main
struct Bench {
    static let usage = """
        usage: bench commands FILE            durable commands beside bare SQLite, in two new stores FILE and FILE.bare
               bench fold STORE               events folded, and due lines of 100,000 attachments
               bench bare STORE JOBCENTRE     serves a bare caseload page until it is stopped
        """

    static func main() async throws {
        switch Array(CommandLine.arguments.dropFirst()) {
        case let words where words.count == 2 && words[0] == "commands": try await DurableCommands.measure(at: words[1])
        case let words where words.count == 2 && words[0] == "fold": try await Folding.measure(words[1])
        case let words where words.count == 3 && words[0] == "bare": try await BarePage.serve(words[1], words[2])
        default:
            FileHandle.standardError.write(Data((usage + "\n").utf8))
            exit(64)
        }
    }
}

/// Seconds that something takes.
func seconds<Answer>(_ body: () async throws -> Answer) async rethrows -> (Answer, Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let answer = try await body()
    return (answer, Double((clock.now - start) / .nanoseconds(1)) / 1e9)
}

extension [Double] {
    var median: Double {
        let ordered = sorted()
        let middle = count / 2
        return isEmpty ? 0 : count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2
    }
}
