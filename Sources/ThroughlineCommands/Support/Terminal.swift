import Foundation
import Kernel

/// Standard error, where people are told things that are not the command's answer.
enum Terminal {
    static var isThere: Bool {
        isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    static func say(_ sentence: String) { write("\(sentence)\n") }

    static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

    /// A password: from a file, from a terminal that does not show it, or the first line of standard input. Never an
    /// argument, which other users of the machine can see.
    static func password(file: String?) throws(Refusal) -> String {
        if let file {
            guard let data = FileManager.default.contents(atPath: file), data.count <= 4096 else {
                throw Refusal("password.file", "The password file \(file) cannot be read. Check its name.")
            }
            return firstLine(of: String(decoding: data, as: UTF8.self))
        }
        guard isatty(STDIN_FILENO) == 1 else { return firstLine(of: readLine() ?? "") }
        write("Password: ")
        var shown = termios()
        tcgetattr(STDIN_FILENO, &shown)
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSANOW, &shown)
            write("\n")
        }
        return readLine() ?? ""
    }

    private static func firstLine(of text: String) -> String {
        String(text.prefix { !$0.isNewline })
    }
}

/// How far a long command has got, on a terminal only and only when it takes over a second.
final class ProgressBar: Sendable {
    private struct State {
        var drawn: ContinuousClock.Instant
        var isShown = false
        var isOver = false
    }

    private let noun: String
    private let isOn: Bool
    private let state = Locked(State(drawn: ContinuousClock.now.advanced(by: .milliseconds(900))))

    /// - Parameter noun: what is counted: `events`.
    init(_ noun: String, isOn: Bool = Terminal.isThere) {
        self.noun = noun
        self.isOn = isOn
    }

    /// - Parameter total: nil when it is not known.
    func show(_ done: Int, of total: Int? = nil) {
        guard isOn else { return }
        let now = ContinuousClock.now
        state.with { state in
            guard !state.isOver, now - state.drawn > .milliseconds(100) else { return }
            state.drawn = now
            state.isShown = true
            Terminal.write("\r\u{1B}[K\(Self.text(done, of: total, noun))")
        }
    }

    /// Takes the bar away; a thread that goes on reading for a moment does not draw it again.
    func end() {
        state.with { state in
            if state.isShown, !state.isOver { Terminal.write("\r\u{1B}[K") }
            state.isOver = true
        }
    }

    static func text(_ done: Int, of total: Int?, _ noun: String) -> String {
        guard let total, total > 0 else { return "\(done) \(noun)" }
        let part = min(Double(done) / Double(total), 1)
        let full = Int(part * 30)
        let bar = String(repeating: "#", count: full) + String(repeating: ".", count: 30 - full)
        return "[\(bar)] \(Int(part * 100))%  \(done) of \(total) \(noun)"
    }
}
