import Casework
import Hummingbird
import Kernel
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
    }
}

extension CaseForms {
    /// Beginning and settling an assessment; its questions have pages of their own.
    static let assessment: [any CaseForm.Type] = [
        BeginAssessmentForm.self, FinishAssessmentForm.self, StreamForm.self, SayOfAssessmentForm.self,
        WithdrawAssessmentForm.self, BarriersForm.self, PointForm.self, WithdrawPointForm.self,
    ]
}
