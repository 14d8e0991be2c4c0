import Kernel
import Office
import Records

/// A photograph or scan of a paper that may come with a form, to be kept with what the form records.
struct PaperField: Sendable {
    static let name = "photograph"

    let label: String
    let hint: String
    /// What was chosen.
    let file: FormFile?

    /// - Parameter files: those that came with the form.
    init(_ label: String, hint: String, among files: [FormFile]) {
        self.label = label
        self.hint = hint
        file = files.first { $0.name == Self.name }
    }

    func field(in state: FormState) -> FileField { FileField(Self.name, label: label, hint: hint, in: state) }

    /// The digest by which it is kept; nil when none was chosen. One that cannot be kept is noted.
    func read(_ form: FormReader) -> String? {
        form.mayTakeFile(Self.name, label: label)
        guard let file else { return nil }
        do throws(Refusal) {
            try Documents.check(file.content)
        } catch {
            form.note(error.about(Self.name))
        }
        return Documents.digest(of: file.content)
    }

    /// - Parameter retention: the class with which it is erased.
    func documents(_ retention: RetentionClass) -> [AttachedDocument] {
        file.map { [AttachedDocument($0.content, retention)] } ?? []
    }
}
