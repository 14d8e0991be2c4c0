public import Casework
public import Kernel
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

    /// The same of those who were referred in the areas that the actor's organisation commissions. The weeks cannot be
    /// chosen, so that nobody is found by laying two reports side by side; the look is on record.
    /// - Refuses: when the role may not see what is told of many people at once.
    public func assessmentReport(as actor: Author) async throws -> AssessmentReport {
        try await list(.readJourneys, as: actor) { [sealedStreams, clock] connection in
            let areas = Set(try AreaQuery.commissioned(by: actor.organisation, in: connection).map(\.id))
            var tally = AssessmentTally(on: clock.today)
            for subject in try sealedStreams.assessed(in: connection) {
                let file = try sealedStreams.file(subject, in: connection)
                guard file.merges.into == nil, file.referrals.contains(where: { areas.contains($0.area) }) else {
                    continue
                }
                tally.add(file)
            }
            return tally.report
        }
    }
}

extension Streams {
    /// Those who may have a finished assessment: with one of their own, or with a record that is part of theirs.
    fileprivate func assessed(in connection: any Connection) throws -> [Identifier<CaseFile>] {
        var found: [Identifier<CaseFile>] = []
        try each(of: CaseFile.self, in: connection) { event in
            switch event.fact {
            case .assessment(.finished), .merge: if found.last != event.subject { found.append(event.subject) }
            default: break
            }
        }
        return found
    }
}
