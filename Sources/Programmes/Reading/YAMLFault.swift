import Yams

/// Says in plain words what the YAML reader objected to, and where.
enum YAMLFault {
    static func explain(_ error: any Error, in text: String) -> (line: Int?, sentence: String) {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            if let line = tabbed(text, near: mark.line) {
                return (line, "There is a tab before the text. Indent with spaces: YAML does not allow tabs there.")
            }
            // What was never closed is found missing at the end, but mended where it was opened.
            let unclosed = problem.contains("unexpected end of stream") || problem.contains("expected ',' or")
            return (unclosed ? context?.mark.line ?? mark.line : mark.line, plain(problem))
        case YamlError.duplicatedKeysInMapping(let names, let context):
            let list = names.map { "“\($0)”" }.joined(separator: ", ")
            return (context.mark.line, "\(list) is written twice in one place. Keep one of them.")
        case YamlError.reader(_, let offset, _, _):
            let line = offset.map { text.prefix($0).count { $0.isNewline } + 1 }
            return (
                line, "There is a character here that a text file cannot hold. Delete it, and save the file as UTF-8."
            )
        default:
            return (nil, "The file cannot be read as YAML. Check its indentation and its quotes.")
        }
    }

    private static func tabbed(_ text: String, near line: Int) -> Int? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return [line, line - 1, line + 1].first { number in
            guard lines.indices.contains(number - 1) else { return false }
            return lines[number - 1].prefix { $0 == " " || $0 == "\t" || $0 == "-" }.contains("\t")
        }
    }

    /// The reader's commonest objections, said as what to do.
    private static func plain(_ problem: String) -> String {
        switch problem {
        case _ where problem.contains("mapping values are not allowed"):
            "There is a “:” inside text here, or the line is indented too far. Put the text in quotes, or move the line left."
        case _ where problem.contains("could not find expected ':'"):
            "A name here has no “:” after it. Write “name: value”."
        case _ where problem.contains("unexpected end of stream"),
            _ where problem.contains("expected ',' or"),
            _ where problem.contains("expected node content"):
            "A quote or a bracket opened here is not closed, or a comma is missing. Close it."
        case _ where problem.contains("expected a single document"), _ where problem.contains("another document"):
            "There is a second document after “---”. Keep one programme to a file."
        case _ where problem.contains("block mapping"), _ where problem.contains("block collection"),
            _ where problem.contains("block end"), _ where problem.contains("expected key"):
            "The line does not line up with those above it. Give the names of one list the same indentation."
        default: "The YAML cannot be read here (\(problem)). Check the indentation, the quotes and the brackets."
        }
    }
}
