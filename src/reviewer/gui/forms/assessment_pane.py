# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'assessment_pane.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QButtonGroup, QComboBox, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from reviewer.gui.side.growing_text import GrowingText

class Ui_AssessmentPane(object):
    def setupUi(self, AssessmentPane):
        if not AssessmentPane.objectName():
            AssessmentPane.setObjectName(u"AssessmentPane")
        self.pane = QVBoxLayout(AssessmentPane)
        self.pane.setSpacing(0)
        self.pane.setObjectName(u"pane")
        self.pane.setContentsMargins(0, 0, 0, 0)
        self.area = QScrollArea(AssessmentPane)
        self.area.setObjectName(u"area")
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        self.fields = QWidget()
        self.fields.setObjectName(u"fields")
        self.body = QVBoxLayout(self.fields)
        self.body.setSpacing(14)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(16, 12, 16, 16)
        self.state_box = QVBoxLayout()
        self.state_box.setSpacing(4)
        self.state_box.setObjectName(u"state_box")
        self.state_row = QHBoxLayout()
        self.state_row.setSpacing(0)
        self.state_row.setObjectName(u"state_row")
        self.draft = QPushButton(self.fields)
        self.state_group = QButtonGroup(AssessmentPane)
        self.state_group.setObjectName(u"state_group")
        self.state_group.addButton(self.draft)
        self.draft.setObjectName(u"draft")
        self.draft.setCheckable(True)
        self.draft.setChecked(True)
        self.draft.setAutoDefault(False)
        self.draft.setProperty(u"kind", u"segment")

        self.state_row.addWidget(self.draft)

        self.ready = QPushButton(self.fields)
        self.state_group.addButton(self.ready)
        self.ready.setObjectName(u"ready")
        self.ready.setCheckable(True)
        self.ready.setChecked(False)
        self.ready.setAutoDefault(False)
        self.ready.setProperty(u"kind", u"segment")

        self.state_row.addWidget(self.ready)

        self.approved = QPushButton(self.fields)
        self.state_group.addButton(self.approved)
        self.approved.setObjectName(u"approved")
        self.approved.setCheckable(True)
        self.approved.setChecked(False)
        self.approved.setAutoDefault(False)
        self.approved.setProperty(u"kind", u"segment")

        self.state_row.addWidget(self.approved)

        self.state_gap = QSpacerItem(8, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.state_row.addItem(self.state_gap)

        self.saved_by = QLabel(self.fields)
        self.saved_by.setObjectName(u"saved_by")

        self.state_row.addWidget(self.saved_by)


        self.state_box.addLayout(self.state_row)


        self.body.addLayout(self.state_box)

        self.evidence = QFrame(self.fields)
        self.evidence.setObjectName(u"evidence")
        self.evidence.setFrameShape(QFrame.Shape.StyledPanel)
        self.evidence.setProperty(u"kind", u"card")
        self.evidence_column = QVBoxLayout(self.evidence)
        self.evidence_column.setSpacing(6)
        self.evidence_column.setObjectName(u"evidence_column")
        self.evidence_column.setContentsMargins(12, 10, 12, 10)
        self.evidence_head = QHBoxLayout()
        self.evidence_head.setObjectName(u"evidence_head")
        self.evidence_wording = QLabel(self.evidence)
        self.evidence_wording.setObjectName(u"evidence_wording")

        self.evidence_head.addWidget(self.evidence_wording)

        self.evidence_gap = QSpacerItem(8, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.evidence_head.addItem(self.evidence_gap)

        self.evidence_lengths = QLabel(self.evidence)
        self.evidence_lengths.setObjectName(u"evidence_lengths")

        self.evidence_head.addWidget(self.evidence_lengths)


        self.evidence_column.addLayout(self.evidence_head)

        self.evidence_holder = QVBoxLayout()
        self.evidence_holder.setObjectName(u"evidence_holder")

        self.evidence_column.addLayout(self.evidence_holder)

        self.evidence_hint = QLabel(self.evidence)
        self.evidence_hint.setObjectName(u"evidence_hint")

        self.evidence_column.addWidget(self.evidence_hint)


        self.body.addWidget(self.evidence)

        self.why_this_matters_box = QVBoxLayout()
        self.why_this_matters_box.setSpacing(4)
        self.why_this_matters_box.setObjectName(u"why_this_matters_box")
        self.why_this_matters_head = QHBoxLayout()
        self.why_this_matters_head.setSpacing(8)
        self.why_this_matters_head.setObjectName(u"why_this_matters_head")
        self.why_this_matters_label = QLabel(self.fields)
        self.why_this_matters_label.setObjectName(u"why_this_matters_label")

        self.why_this_matters_head.addWidget(self.why_this_matters_label)

        self.why_this_matters_gap = QSpacerItem(8, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.why_this_matters_head.addItem(self.why_this_matters_gap)

        self.why_this_matters_hint = QLabel(self.fields)
        self.why_this_matters_hint.setObjectName(u"why_this_matters_hint")

        self.why_this_matters_head.addWidget(self.why_this_matters_hint)


        self.why_this_matters_box.addLayout(self.why_this_matters_head)

        self.why_this_matters = GrowingText(self.fields)
        self.why_this_matters.setObjectName(u"why_this_matters")

        self.why_this_matters_box.addWidget(self.why_this_matters)


        self.body.addLayout(self.why_this_matters_box)

        self.summary_box = QVBoxLayout()
        self.summary_box.setSpacing(4)
        self.summary_box.setObjectName(u"summary_box")
        self.summary_head = QHBoxLayout()
        self.summary_head.setSpacing(8)
        self.summary_head.setObjectName(u"summary_head")
        self.summary_label = QLabel(self.fields)
        self.summary_label.setObjectName(u"summary_label")

        self.summary_head.addWidget(self.summary_label)

        self.summary_gap = QSpacerItem(8, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.summary_head.addItem(self.summary_gap)

        self.summary_hint = QLabel(self.fields)
        self.summary_hint.setObjectName(u"summary_hint")

        self.summary_head.addWidget(self.summary_hint)


        self.summary_box.addLayout(self.summary_head)

        self.summary = GrowingText(self.fields)
        self.summary.setObjectName(u"summary")

        self.summary_box.addWidget(self.summary)


        self.body.addLayout(self.summary_box)

        self.editor_note_box = QVBoxLayout()
        self.editor_note_box.setSpacing(4)
        self.editor_note_box.setObjectName(u"editor_note_box")
        self.editor_note_head = QHBoxLayout()
        self.editor_note_head.setSpacing(8)
        self.editor_note_head.setObjectName(u"editor_note_head")
        self.editor_note_label = QLabel(self.fields)
        self.editor_note_label.setObjectName(u"editor_note_label")

        self.editor_note_head.addWidget(self.editor_note_label)

        self.editor_note_gap = QSpacerItem(8, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.editor_note_head.addItem(self.editor_note_gap)

        self.editor_note_hint = QLabel(self.fields)
        self.editor_note_hint.setObjectName(u"editor_note_hint")

        self.editor_note_head.addWidget(self.editor_note_hint)


        self.editor_note_box.addLayout(self.editor_note_head)

        self.editor_note = GrowingText(self.fields)
        self.editor_note.setObjectName(u"editor_note")

        self.editor_note_box.addWidget(self.editor_note)


        self.body.addLayout(self.editor_note_box)

        self.leaning_box = QVBoxLayout()
        self.leaning_box.setSpacing(4)
        self.leaning_box.setObjectName(u"leaning_box")
        self.leaning_head = QHBoxLayout()
        self.leaning_head.setSpacing(8)
        self.leaning_head.setObjectName(u"leaning_head")
        self.leaning_label = QLabel(self.fields)
        self.leaning_label.setObjectName(u"leaning_label")

        self.leaning_head.addWidget(self.leaning_label)

        self.leaning_gap = QSpacerItem(8, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.leaning_head.addItem(self.leaning_gap)

        self.leaning_hint = QLabel(self.fields)
        self.leaning_hint.setObjectName(u"leaning_hint")

        self.leaning_head.addWidget(self.leaning_hint)


        self.leaning_box.addLayout(self.leaning_head)

        self.leaning = QLineEdit(self.fields)
        self.leaning.setObjectName(u"leaning")

        self.leaning_box.addWidget(self.leaning)


        self.body.addLayout(self.leaning_box)

        self.position_box = QVBoxLayout()
        self.position_box.setSpacing(4)
        self.position_box.setObjectName(u"position_box")
        self.position_head = QHBoxLayout()
        self.position_head.setSpacing(8)
        self.position_head.setObjectName(u"position_head")
        self.position_label = QLabel(self.fields)
        self.position_label.setObjectName(u"position_label")

        self.position_head.addWidget(self.position_label)

        self.position_gap = QSpacerItem(8, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.position_head.addItem(self.position_gap)

        self.position_clear = QPushButton(self.fields)
        self.position_clear.setObjectName(u"position_clear")
        self.position_clear.setProperty(u"kind", u"link")
        self.position_clear.setAutoDefault(False)

        self.position_head.addWidget(self.position_clear)


        self.position_box.addLayout(self.position_head)

        self.position_holder = QVBoxLayout()
        self.position_holder.setObjectName(u"position_holder")

        self.position_box.addLayout(self.position_holder)


        self.body.addLayout(self.position_box)

        self.lens_box = QVBoxLayout()
        self.lens_box.setSpacing(4)
        self.lens_box.setObjectName(u"lens_box")
        self.lens_head = QHBoxLayout()
        self.lens_head.setSpacing(8)
        self.lens_head.setObjectName(u"lens_head")
        self.lens_label = QLabel(self.fields)
        self.lens_label.setObjectName(u"lens_label")

        self.lens_head.addWidget(self.lens_label)

        self.lens_gap = QSpacerItem(8, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.lens_head.addItem(self.lens_gap)

        self.lens_hint = QLabel(self.fields)
        self.lens_hint.setObjectName(u"lens_hint")

        self.lens_head.addWidget(self.lens_hint)


        self.lens_box.addLayout(self.lens_head)

        self.lens = QComboBox(self.fields)
        self.lens.setObjectName(u"lens")
        self.lens.setEditable(True)
        self.lens.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

        self.lens_box.addWidget(self.lens)


        self.body.addLayout(self.lens_box)

        self.choices = QHBoxLayout()
        self.choices.setSpacing(12)
        self.choices.setObjectName(u"choices")
        self.evidence_mode_box = QVBoxLayout()
        self.evidence_mode_box.setSpacing(4)
        self.evidence_mode_box.setObjectName(u"evidence_mode_box")
        self.evidence_mode_head = QHBoxLayout()
        self.evidence_mode_head.setSpacing(8)
        self.evidence_mode_head.setObjectName(u"evidence_mode_head")
        self.evidence_mode_label = QLabel(self.fields)
        self.evidence_mode_label.setObjectName(u"evidence_mode_label")

        self.evidence_mode_head.addWidget(self.evidence_mode_label)

        self.evidence_mode_gap = QSpacerItem(8, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.evidence_mode_head.addItem(self.evidence_mode_gap)

        self.evidence_mode_hint = QLabel(self.fields)
        self.evidence_mode_hint.setObjectName(u"evidence_mode_hint")

        self.evidence_mode_head.addWidget(self.evidence_mode_hint)


        self.evidence_mode_box.addLayout(self.evidence_mode_head)

        self.evidence_mode = QComboBox(self.fields)
        self.evidence_mode.setObjectName(u"evidence_mode")

        self.evidence_mode_box.addWidget(self.evidence_mode)


        self.choices.addLayout(self.evidence_mode_box)

        self.confidence_box = QVBoxLayout()
        self.confidence_box.setSpacing(4)
        self.confidence_box.setObjectName(u"confidence_box")
        self.confidence_head = QHBoxLayout()
        self.confidence_head.setSpacing(8)
        self.confidence_head.setObjectName(u"confidence_head")
        self.confidence_label = QLabel(self.fields)
        self.confidence_label.setObjectName(u"confidence_label")

        self.confidence_head.addWidget(self.confidence_label)

        self.confidence_gap = QSpacerItem(8, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.confidence_head.addItem(self.confidence_gap)

        self.confidence_hint = QLabel(self.fields)
        self.confidence_hint.setObjectName(u"confidence_hint")

        self.confidence_head.addWidget(self.confidence_hint)


        self.confidence_box.addLayout(self.confidence_head)

        self.confidence = QComboBox(self.fields)
        self.confidence.setObjectName(u"confidence")

        self.confidence_box.addWidget(self.confidence)


        self.choices.addLayout(self.confidence_box)


        self.body.addLayout(self.choices)

        self.tags_box = QVBoxLayout()
        self.tags_box.setSpacing(4)
        self.tags_box.setObjectName(u"tags_box")
        self.tags_head = QHBoxLayout()
        self.tags_head.setSpacing(8)
        self.tags_head.setObjectName(u"tags_head")
        self.tags_label = QLabel(self.fields)
        self.tags_label.setObjectName(u"tags_label")

        self.tags_head.addWidget(self.tags_label)

        self.tags_gap = QSpacerItem(8, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.tags_head.addItem(self.tags_gap)

        self.tags_hint = QLabel(self.fields)
        self.tags_hint.setObjectName(u"tags_hint")

        self.tags_head.addWidget(self.tags_hint)


        self.tags_box.addLayout(self.tags_head)

        self.tags = QLineEdit(self.fields)
        self.tags.setObjectName(u"tags")

        self.tags_box.addWidget(self.tags)


        self.body.addLayout(self.tags_box)

        self.highlights_box = QVBoxLayout()
        self.highlights_box.setSpacing(4)
        self.highlights_box.setObjectName(u"highlights_box")
        self.highlights_head = QHBoxLayout()
        self.highlights_head.setSpacing(8)
        self.highlights_head.setObjectName(u"highlights_head")
        self.highlights_label = QLabel(self.fields)
        self.highlights_label.setObjectName(u"highlights_label")

        self.highlights_head.addWidget(self.highlights_label)

        self.highlights_gap = QSpacerItem(8, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.highlights_head.addItem(self.highlights_gap)

        self.highlights_hint = QLabel(self.fields)
        self.highlights_hint.setObjectName(u"highlights_hint")

        self.highlights_head.addWidget(self.highlights_hint)


        self.highlights_box.addLayout(self.highlights_head)

        self.highlights = GrowingText(self.fields)
        self.highlights.setObjectName(u"highlights")

        self.highlights_box.addWidget(self.highlights)


        self.body.addLayout(self.highlights_box)

        self.claims_box = QVBoxLayout()
        self.claims_box.setSpacing(4)
        self.claims_box.setObjectName(u"claims_box")
        self.claims_head = QHBoxLayout()
        self.claims_head.setSpacing(8)
        self.claims_head.setObjectName(u"claims_head")
        self.claims_label = QLabel(self.fields)
        self.claims_label.setObjectName(u"claims_label")

        self.claims_head.addWidget(self.claims_label)

        self.claims_gap = QSpacerItem(8, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.claims_head.addItem(self.claims_gap)

        self.claims_hint = QLabel(self.fields)
        self.claims_hint.setObjectName(u"claims_hint")

        self.claims_head.addWidget(self.claims_hint)


        self.claims_box.addLayout(self.claims_head)

        self.claims = GrowingText(self.fields)
        self.claims.setObjectName(u"claims")

        self.claims_box.addWidget(self.claims)


        self.body.addLayout(self.claims_box)

        self.moments_box = QVBoxLayout()
        self.moments_box.setSpacing(4)
        self.moments_box.setObjectName(u"moments_box")
        self.moments_head = QHBoxLayout()
        self.moments_head.setSpacing(8)
        self.moments_head.setObjectName(u"moments_head")
        self.moments_label = QLabel(self.fields)
        self.moments_label.setObjectName(u"moments_label")

        self.moments_head.addWidget(self.moments_label)

        self.moments_hint = QLabel(self.fields)
        self.moments_hint.setObjectName(u"moments_hint")

        self.moments_head.addWidget(self.moments_hint)

        self.moments_gap = QSpacerItem(8, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.moments_head.addItem(self.moments_gap)

        self.quote = QPushButton(self.fields)
        self.quote.setObjectName(u"quote")
        self.quote.setProperty(u"kind", u"link")
        self.quote.setAutoDefault(False)

        self.moments_head.addWidget(self.quote)


        self.moments_box.addLayout(self.moments_head)

        self.moments_holder = QVBoxLayout()
        self.moments_holder.setObjectName(u"moments_holder")

        self.moments_box.addLayout(self.moments_holder)


        self.body.addLayout(self.moments_box)

        self.write_row = QHBoxLayout()
        self.write_row.setObjectName(u"write_row")
        self.write = QPushButton(self.fields)
        self.write.setObjectName(u"write")
        self.write.setAutoDefault(False)

        self.write_row.addWidget(self.write)

        self.write_gap = QSpacerItem(8, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.write_row.addItem(self.write_gap)


        self.body.addLayout(self.write_row)

        self.foot = QSpacerItem(4, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.body.addItem(self.foot)

        self.area.setWidget(self.fields)

        self.pane.addWidget(self.area)

        QWidget.setTabOrder(self.draft, self.ready)
        QWidget.setTabOrder(self.ready, self.approved)
        QWidget.setTabOrder(self.approved, self.why_this_matters)
        QWidget.setTabOrder(self.why_this_matters, self.summary)
        QWidget.setTabOrder(self.summary, self.editor_note)
        QWidget.setTabOrder(self.editor_note, self.leaning)
        QWidget.setTabOrder(self.leaning, self.position_clear)
        QWidget.setTabOrder(self.position_clear, self.lens)
        QWidget.setTabOrder(self.lens, self.evidence_mode)
        QWidget.setTabOrder(self.evidence_mode, self.confidence)
        QWidget.setTabOrder(self.confidence, self.tags)
        QWidget.setTabOrder(self.tags, self.highlights)
        QWidget.setTabOrder(self.highlights, self.claims)
        QWidget.setTabOrder(self.claims, self.quote)
        QWidget.setTabOrder(self.quote, self.write)

        self.retranslateUi(AssessmentPane)

        QMetaObject.connectSlotsByName(AssessmentPane)
    # setupUi

    def retranslateUi(self, AssessmentPane):
        AssessmentPane.setWindowTitle(QCoreApplication.translate("AssessmentPane", u"Assessment", None))
        self.draft.setText(QCoreApplication.translate("AssessmentPane", u"Draft", None))
        self.ready.setText(QCoreApplication.translate("AssessmentPane", u"Ready", None))
        self.approved.setText(QCoreApplication.translate("AssessmentPane", u"Approved", None))
        self.saved_by.setText("")
        self.evidence_wording.setText(QCoreApplication.translate("AssessmentPane", u"Not heard", None))
        self.evidence_lengths.setText("")
        self.evidence_hint.setText("")
        self.why_this_matters_label.setText(QCoreApplication.translate("AssessmentPane", u"Why this matters", None))
        self.why_this_matters_hint.setText("")
        self.summary_label.setText(QCoreApplication.translate("AssessmentPane", u"Summary", None))
        self.summary_hint.setText("")
        self.editor_note_label.setText(QCoreApplication.translate("AssessmentPane", u"Editor note", None))
        self.editor_note_hint.setText("")
        self.leaning_label.setText(QCoreApplication.translate("AssessmentPane", u"Leaning", None))
        self.leaning_hint.setText("")
        self.position_label.setText(QCoreApplication.translate("AssessmentPane", u"Position by ear", None))
        self.position_clear.setText(QCoreApplication.translate("AssessmentPane", u"Clear", None))
        self.lens_label.setText(QCoreApplication.translate("AssessmentPane", u"Lens", None))
        self.lens_hint.setText("")
        self.evidence_mode_label.setText(QCoreApplication.translate("AssessmentPane", u"Evidence mode", None))
        self.evidence_mode_hint.setText("")
        self.confidence_label.setText(QCoreApplication.translate("AssessmentPane", u"Confidence", None))
        self.confidence_hint.setText("")
        self.tags_label.setText(QCoreApplication.translate("AssessmentPane", u"Tags", None))
        self.tags_hint.setText("")
        self.highlights_label.setText(QCoreApplication.translate("AssessmentPane", u"Highlights", None))
        self.highlights_hint.setText("")
        self.claims_label.setText(QCoreApplication.translate("AssessmentPane", u"Claims", None))
        self.claims_hint.setText("")
        self.moments_label.setText(QCoreApplication.translate("AssessmentPane", u"Key moments", None))
        self.moments_hint.setText("")
        self.quote.setText(QCoreApplication.translate("AssessmentPane", u"Add from selection", None))
        self.write.setText(QCoreApplication.translate("AssessmentPane", u"Write file\u2026", None))
    # retranslateUi

