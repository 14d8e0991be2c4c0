public import Casework
import Kernel
import Records

extension Office {
    /// How the instruments serve, over every case, holding one at a time. Folded without keys: no sealed value is read.
    public func assessmentReport(weeks: Int = 26) async throws -> AssessmentReport {
        let today = clock.today
        var tally = AssessmentTally(weeks: weeks, on: today)
        var last: Identifier<CaseFile>?
        repeat {
            let after = last
            let files = try await database.read { [sealedStreams] connection in
                try sealedStreams.subjects(of: CaseFile.self, after: after, limit: 200, in: connection).map {
                    try sealedStreams.file($0, in: connection)
                }
            }
            for file in files where file.merges.into == nil { tally.add(file) }
            last = files.last?.id
        } while last != nil
        return tally.report
    }
}
