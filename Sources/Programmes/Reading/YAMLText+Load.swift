import Foundation

extension YAMLText {
    /// The text of a file of at most 1 MB.
    /// - Throws: `ProgrammeFault` when there is no such file, it is larger, or it is not UTF-8.
    static func load(_ path: String, file: String) throws(ProgrammeFault) -> String {
        func fault(_ sentence: String) -> ProgrammeFault {
            ProgrammeFault(file: file, problems: [.init(line: nil, sentence: sentence)])
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw fault("The file cannot be opened. Check the path, and that you may read it.")
        }
        defer { try? handle.close() }
        let data: Data
        do {
            data = try handle.read(upToCount: YAMLText.largest + 1) ?? Data()
        } catch {
            throw fault("The file cannot be read. Check that it is a file and not a folder.")
        }
        guard data.count <= YAMLText.largest else {
            throw fault("The file is over 1 MB. A definition takes a few pages: check that this is the right file.")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw fault("The file is not UTF-8 text. Save it again as UTF-8.")
        }
        return text
    }
}
