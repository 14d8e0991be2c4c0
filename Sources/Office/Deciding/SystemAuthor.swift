import Casework
import Kernel

extension Author {
    /// The system itself, for an organisation: the daily round, and what the outbox finds out.
    static func system(at organisation: Identifier<Organisation>) -> Author {
        Author(person: systemPerson, organisation: organisation, role: .system)
    }

    private static let systemPerson = Identifier<Person>(high: 0, low: 2)
}
