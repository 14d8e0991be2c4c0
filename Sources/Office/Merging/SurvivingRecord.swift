import Casework
import Kernel
import Records

extension Office {
    /// The record that everything about a person is on: the one asked about, or the one it became part of.
    func survivor(
        of subject: Identifier<CaseFile>, in connection: any Connection
    ) throws -> Identifier<CaseFile> {
        try survivingFile(of: subject, in: connection).id
    }

    /// The newest file of that record.
    func survivingFile(of subject: Identifier<CaseFile>, in connection: any Connection) throws -> CaseFile {
        var file = try file(subject, in: connection)
        while let into = file.merges.into { file = try self.file(into, in: connection) }
        return file
    }

    /// The streams that hold anything of a record: its own first, those that are part of it, and those on which it left
    /// entries that are its own since it was taken apart.
    func sources(of file: CaseFile, in connection: any Connection) throws -> [Identifier<CaseFile>] {
        guard file.isOfSeveralStreams else { return [file.id] }
        let parts = try sealedStreams.parts(of: file.id, in: connection)
        return parts + file.merges.tookFrom.filter { !parts.contains($0) }
    }

    /// The answer given to a command on a record, or on one that has become part of it since.
    func answered(
        _ id: Identifier<Command>, asking content: [UInt8], on file: CaseFile, in connection: any Connection
    ) throws -> CommandAnswer<CaseFile>? {
        for part in try sources(of: file, in: connection) {
            if let answer = try answers.answer(to: id.description, asking: content, on: part, in: connection) {
                return answer
            }
        }
        return nil
    }

    /// The records that people in a list are on, each once.
    func surviving(
        _ entries: [IdentityRegister.Entry], in connection: any Connection
    ) throws -> [IdentityRegister.Entry] {
        var seen = Set<Identifier<CaseFile>>()
        return try entries.compactMap { entry in
            var subject = entry.subject
            while let into = try Guards.holder(.partOf, subject.description, as: CaseFile.self, in: connection) {
                subject = into
            }
            guard seen.insert(subject).inserted else { return nil }
            return entry.on(subject)
        }
    }
}
