import Casework
import Kernel
import Records

extension AskRight: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings {
        var surroundings = Surroundings()
        guard let about = asked.about else { return surroundings }
        let office = desk.office
        let relation = try office.relation(of: desk.actor, to: file, on: desk.now.day, in: desk.connection)
        let sight = file.sight(of: desk.actor, as: relation, matrix: office.sharing, on: desk.now.day)
        surroundings.entryIsThere = try office.sealedStreams.record(file.id, in: desk.connection).contains {
            $0.id == about && sight.reads($0)
        }
        return surroundings
    }
}
