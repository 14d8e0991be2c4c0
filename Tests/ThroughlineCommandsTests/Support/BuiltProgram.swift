import Foundation
import TestSupport
import Testing

/// The built `throughline`, run as a person runs it.
enum BuiltProgram {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Beside the test program, where the build puts both.
    static let path: String = {
        let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return program.deletingLastPathComponent().appending(path: "throughline").path
    }()

    @discardableResult
    static func run(_ arguments: String..., input: String = "", key: String? = nil) throws -> Outcome {
        try run(arguments, input: input, key: key)
    }

    /// - Parameter key: the master key for the environment.
    static func run(_ arguments: [String], input: String = "", key: String? = nil) throws -> Outcome {
        try shell("exec \"$0\" \"$@\"", [path] + arguments, input: input, key: key)
    }

    /// Runs a line of the shell, in which `$0` is the program and `$1` … the arguments.
    static func shell(_ line: String, _ arguments: [String], input: String = "", key: String? = nil) throws -> Outcome {
        let (output, errors, typed) = (TestStore.newPath(".out"), TestStore.newPath(".err"), TestStore.newPath(".in"))
        try input.write(toFile: typed, atomically: false, encoding: .utf8)
        var environment = ProcessInfo.processInfo.environment
        environment["SWIFT_BACKTRACE"] = "enable=no"
        environment["THROUGHLINE_MASTER_KEY"] = key
        let program = try StartedProgram(
            "/bin/sh", ["-c", "{ \(line) ; } <\(typed) >\(output) 2>\(errors)"] + arguments, environment: environment)
        return Outcome(
            status: program.end(), output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }

    /// A folder of this test's own.
    static func folder() throws -> String {
        let path = TestStore.newPath("-program")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }
}

extension BuiltProgram.Outcome {
    /// Whether standard error is one line for a person, and no trace.
    var isOneSentence: Bool {
        errors.count > 20 && errors.filter { $0 == "\n" }.count == 1 && errors.hasSuffix("\n")
            && !["Error:", "Fatal", ".swift", "fault"].contains(where: errors.contains)
    }
}
