import Casework
import Kernel

extension Demonstration {
    /// Plays what the reports tell of some people, each by whoever would record it, in the order of the days.
    static func tell(_ people: [ReportedPerson], to partnership: MadeUpPartnership, in office: Office) async throws {
        var steps: [(subject: Identifier<CaseFile>, worker: MadeUpWorker, step: PersonTold.Step)] = []
        for (number, person) in people.enumerated() {
            var told = try PersonTold(person, at: partnership)
            try person.told(&told)
            let subject = Identifier<CaseFile>(
                at: told.steps[0].at, random: .seeded(UInt64(2_003_000 + number)))
            steps += told.steps.map { (subject, told.worker, $0) }
        }
        let ordered = steps.enumerated().sorted { ($0.element.step.at, $0.offset) < ($1.element.step.at, $1.offset) }
            .map(\.element)
        guard let last = ordered.last?.step.at else { return }
        let random = RandomSource.seeded(2_003_000)
        try await office.drive(at: last) { driver in
            for (subject, worker, step) in ordered {
                _ = try driver.perform(
                    step.command, Identifier(at: step.at, random: random), on: subject, as: worker.author,
                    at: step.at, document: nil)
            }
        }
    }
}
