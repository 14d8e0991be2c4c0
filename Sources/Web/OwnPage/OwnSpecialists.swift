import Casework
import Kernel
import Office

/// What specialists and trainers found out about the customer, the latest first, with who and when (C06).
struct OwnSpecialists: Component {
    let own: OwnVisit
    let results: [SpecialistResult]

    var body: some HTML {
        if !results.isEmpty {
            Section(OwnSpecialistWords.title(), id: "specialists") {
                p { OwnSpecialistWords.lead() }
                ForEach(Array(results.reversed()), content: result)
            }
        }
    }

    private func result(_ one: SpecialistResult) -> Fragment {
        Fragment {
            if let found = one.finding.value {
                h3 { OwnSpecialistWords.of(kind(found)) }
                if let about = found.about { p { OwnSpecialistWords.about(about.text) } }
                p { OwnSpecialistWords.foundBy(found.by) }
                p { OwnSpecialistWords.on(own.names.person(one.event.by.person), one.event.day) }
                if let level = found.level { p { OwnSpecialistWords.level(OwnSpecialistWords.of(level)) } }
                blockquote { found.result.text }
            }
        }
    }

    private func kind(_ found: SpecialistFinding) -> String {
        own.visit.office.tools.rules.assessing.specialists.kind(found.kind)?.title ?? found.kind
    }
}
