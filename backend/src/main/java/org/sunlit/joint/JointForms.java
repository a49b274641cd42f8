package org.sunlit.joint;

import java.util.List;
import java.util.Map;
import org.sunlit.api.model.Applicant;
import org.sunlit.api.model.JointApplication;
import org.sunlit.api.model.JointMaterialUse;
import org.sunlit.api.model.JointReceipt;
import org.sunlit.api.model.JointReceiptCasesInner;
import org.sunlit.api.model.JointReuseMaterial;
import org.sunlit.api.model.JointReuseOffers;
import org.sunlit.api.model.OwnJointApplication;
import org.sunlit.api.model.ReuseMaterial;
import org.sunlit.api.model.SubmittedJointMaterial;
import org.sunlit.api.model.TakenOverJointMaterial;
import org.sunlit.casework.ApplicantDetails;
import org.sunlit.casework.OwnReuse;
import org.sunlit.casework.SignedPromises;
import org.sunlit.casework.TakenOver;
import org.sunlit.citizen.rules.IdentityNumbers;
import org.sunlit.joint.JointApplications.Begun;
import org.sunlit.joint.JointApplications.Given;
import org.sunlit.joint.rules.SharedMaterial;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.ItemInForce;

/** Reads an applicant's form, and writes the receipt for it, in the contract's words. */
final class JointForms {
  /** Number and code stand in the fragment, which browsers keep to themselves. */
  private static final String TRACKING_PAGE = "/joint/track#";

  private JointForms() {}

  static JointApplications.Command command(JointApplication application) {
    Applicant applicant = application.getApplicant();
    return new JointApplications.Command(
        application.getThemeCode(),
        application.getRegionCode(),
        application.getAnswers(),
        new ApplicantDetails(
            applicant.getKind().toString(),
            applicant.getName().strip(),
            IdentityNumbers.plain(applicant.getIdentityNumber()),
            applicant.getPhone(),
            applicant.getAddress(),
            applicant.getContactName()),
        application.getSubject(),
        given(application.getMaterials()),
        SignedPromises.byItem(application.getPromises()));
  }

  /** The same by whoever is signed in, whose account says who they are. */
  static JointApplications.Command command(
      OwnJointApplication application, ApplicantDetails applicant) {
    return new JointApplications.Command(
        application.getThemeCode(),
        application.getRegionCode(),
        application.getAnswers(),
        applicant,
        application.getSubject(),
        given(application.getMaterials()),
        SignedPromises.byItem(application.getPromises()),
        takenOver(application.getTakenOver()));
  }

  static JointReceipt receipt(
      JointApplications.Receipt receipt, String applicantName, JointThemes.Shown theme) {
    return new JointReceipt()
        .jointNumber(receipt.jointNumber())
        .trackingCode(receipt.trackingCode())
        .themeCode(theme.version().code())
        .themeName(theme.theme().name())
        .themeNameEn(theme.theme().nameEn())
        .applicantName(applicantName)
        .submittedAt(CityTime.offset(receipt.submittedAt()))
        .noticeDue(receipt.noticeDue())
        .trackingUrl(TRACKING_PAGE + receipt.jointNumber() + "/" + receipt.trackingCode())
        .cases(receipt.cases().stream().map(one -> begun(one, theme.items())).toList());
  }

  private static JointReceiptCasesInner begun(Begun one, Map<String, ItemInForce> items) {
    ItemInForce item = items.get(one.itemCode());
    return new JointReceiptCasesInner()
        .caseNumber(one.caseNumber())
        .itemCode(one.itemCode())
        .itemName(item == null ? one.itemCode() : item.name())
        .itemNameEn(item == null ? null : item.nameEn())
        .departmentName(item == null ? null : item.department().name())
        .departmentNameEn(item == null ? null : item.department().nameEn());
  }

  static List<TakenOver> takenOver(List<TakenOverJointMaterial> materials) {
    return materials == null
        ? List.of()
        : materials.stream().map(one -> OwnReuse.reference(one.getKey(), one.getFrom())).toList();
  }

  static JointReuseOffers offers(OwnReuse.Offers offers, List<SharedMaterial> materials) {
    return new JointReuseOffers()
        .fields(offers.fields())
        .materials(
            offers.materials().stream()
                .map(
                    offer ->
                        materials.stream()
                            .filter(one -> one.key().equals(offer.getCode()))
                            .findFirst()
                            .map(one -> offer(offer, one))
                            .orElseThrow())
                .toList());
  }

  private static JointReuseMaterial offer(ReuseMaterial offer, SharedMaterial material) {
    return new JointReuseMaterial()
        .key(material.key())
        .name(material.material().name())
        .nameEn(material.material().nameEn())
        .usedBy(
            material.usedBy().stream()
                .map(use -> new JointMaterialUse().itemCode(use.itemCode()).code(use.code()))
                .toList())
        .from(offer.getFrom())
        .source(offer.getSource())
        .document(offer.getDocument())
        .fileName(offer.getFileName())
        .receivedAt(offer.getReceivedAt());
  }

  static List<Given> given(List<SubmittedJointMaterial> materials) {
    return materials == null
        ? List.of()
        : materials.stream().map(one -> new Given(one.getKey(), one.getUploadId())).toList();
  }
}
