/// Everything that stops a programme file from being read, not only the first thing.
public struct ProgrammeFault: Error, Sendable, Equatable {
    public let file: String
    /// In the order of the lines; never empty.
    public let problems: [Problem]

    public struct Problem: Sendable, Equatable {
        /// nil when it concerns the whole file.
        public let line: Int?
        /// What is wrong and what to write instead.
        public let sentence: String

        public init(line: Int?, sentence: String) {
            self.line = line
            self.sentence = sentence
        }
    }

    public init(file: String, problems: [Problem]) {
        self.file = file
        self.problems = problems
    }
}

extension ProgrammeFault: CustomStringConvertible {
    /// One line a problem: `work-programme-2011.yaml:31: There is no such day as 2012-06-31. …`
    public var description: String {
        problems.map { problem in
            "\(file):\(problem.line.map { "\($0): " } ?? " ")\(problem.sentence)"
        }.joined(separator: "\n")
    }
}
