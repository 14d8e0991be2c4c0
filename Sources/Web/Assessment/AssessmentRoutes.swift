import Casework
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Office

extension Site {
    /// What stands in a customer's way and how near work they are, and the questions by which it is found out.
    func addAssessment(to router: Router<SiteContext>) {
        router.page(.instruments, self) { visit in
            try await InstrumentsPage.load(visit).page.listing(.assessed, for: visit.who)
        }
        router.page(.assessment, self) { visit in try await AssessmentPage.load(visit, item: nil).page }
        router.page(.assessmentOf, self) { visit in
            try await AssessmentPage.load(visit, item: try visit.identifier("item")).page
        }
        router.page(.assessmentPart, self) { visit in try await AssessmentPart.load(visit).first }
        router.form(.assessmentPart, self) { visit, fields in try await AssessmentPart.send(visit, fields) }
        router.get(RouterPath(SiteURL.Route.blankQuestions.rawValue)) { [self] request, context in
            guard let visit = visit(request, context) else { return askToSignIn(request) }
            let blank = try visit.blankQuestions()
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/plain; charset=utf-8",
                    .contentDisposition:
                        "attachment; filename=\"\(blank.instrument.id)-\(blank.instrument.version).txt\"",
                ], body: .init(byteBuffer: ByteBuffer(string: blank.text)))
        }
    }
}

extension Visit {
    /// The questions that the address asks for; without a way of going through them, those that anybody may hear.
    /// - Refuses: an instrument or version that is not here.
    fileprivate func blankQuestions() throws(Refusal) -> BlankQuestions {
        let (id, version) = (context.parameters.get("instrument"), context.parameters.get("version"))
        guard let version = version.flatMap({ Int($0) }),
            let found = office.tools.instrument(id ?? "", version: version)
        else {
            throw Refusal(
                "instrument.none",
                "There are no such questions here. The assessment page of a customer leads to those there are.")
        }
        return BlankQuestions(
            instrument: found, mode: query("mode").flatMap(AssessmentMode.init(rawValue:)) ?? .group)
    }
}

extension CaseForms {
    /// Beginning and settling an assessment; its questions have pages of their own.
    static let assessment: [any CaseForm.Type] = [
        BeginAssessmentForm.self, FinishAssessmentForm.self, StreamForm.self, SayOfAssessmentForm.self,
        WithdrawAssessmentForm.self, BarriersForm.self, PointForm.self, WithdrawPointForm.self,
        SpecialistForm.self, WithdrawSpecialistForm.self,
    ]
}
