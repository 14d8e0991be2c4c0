import Casework
import Programmes
import Testing

@Suite("Reading a chain file")
struct ChainReaderTests {
    private func read(_ shared: String) throws -> WrittenChain {
        try ChainReader.read(
            text: """
                programme: work-programme-2011
                prime: Northway Futures
                specialists: never
                shared_team: yes
                partners:
                  - { organisation: Stepping Stone Trust, part: end-to-end }
                  - { organisation: Harbour Lights, part: specialist, shared_team: \(shared) }
                """, file: "chain.yaml", programmes: Programmes.shipped().programmes)
    }

    @Test("A file says who shares its people as one team, and nobody does who is not said to (G-130)")
    func sharedTeams() throws {
        let chain = try read("true")
        #expect(chain.isSharedTeam && chain.partners.map(\.isSharedTeam) == [false, true])
        let fault = #expect(throws: ProgrammeFault.self) { try read("perhaps") }
        #expect(fault?.problems.first?.sentence.contains("“perhaps” is neither yes nor no") == true)
    }
}
