<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArchiveReport</name>
    <message numerus="yes">
        <source>The archive is verified; the service does not hand out %Ln of the contents.</source>
        <translation>
            <numerusform>The archive is verified; the service does not hand out %Ln of the contents.</numerusform>
            <numerusform>The archive is verified; the service does not hand out %Ln of the contents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The archive is verified, but %Ln thing(s) could not be fetched.</source>
        <translation>
            <numerusform>The archive is verified, but %Ln thing could not be fetched.</numerusform>
            <numerusform>The archive is verified, but %Ln things could not be fetched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttributeRules</name>
    <message numerus="yes">
        <source>The key has %Ln characters; 64 are the most</source>
        <translation>
            <numerusform>The key has %Ln character; 64 are the most</numerusform>
            <numerusform>The key has %Ln characters; 64 are the most</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message numerus="yes">
        <source>%Ln files of this store are called “%1”: name the one by its id</source>
        <translation>
            <numerusform>%Ln file of this store is called “%1”: name the one by its id</numerusform>
            <numerusform>%Ln files of this store are called “%1”: name the one by its id</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttributeValue</name>
    <message numerus="yes">
        <source>The text has %Ln characters; 512 are the most</source>
        <translation>
            <numerusform>The text has %Ln character; 512 are the most</numerusform>
            <numerusform>The text has %Ln characters; 512 are the most</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchDraft</name>
    <message numerus="yes">
        <source>Batches of a group carry pairs that hold them together: %n pair(s) are left for others.</source>
        <translation>
            <numerusform>Batches of a group carry pairs that hold them together: %n pair is left for others.</numerusform>
            <numerusform>Batches of a group carry pairs that hold them together: %n pairs are left for others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchText</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s)</source>
        <translation>
            <numerusform>%Ln number</numerusform>
            <numerusform>%Ln numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message numerus="yes">
        <source>Input of %Ln batch(es), ended %1.</source>
        <translation>
            <numerusform>Input of %Ln batch, ended %1.</numerusform>
            <numerusform>Input of %Ln batches, ended %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Input of %Ln batch(es), ended.</source>
        <translation>
            <numerusform>Input of %Ln batch, ended.</numerusform>
            <numerusform>Input of %Ln batches, ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingNote</name>
    <message numerus="yes">
        <source>%Ln eval(s)</source>
        <translation>
            <numerusform>%Ln eval</numerusform>
            <numerusform>%Ln evals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message numerus="yes">
        <source>It works: %n model(s) can be used.</source>
        <translation>
            <numerusform>It works: %n model can be used.</numerusform>
            <numerusform>It works: %n models can be used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CurvesPlot</name>
    <message numerus="yes">
        <source>and %Ln more in the table</source>
        <translation>
            <numerusform>and %Ln more in the table</numerusform>
            <numerusform>and %Ln more in the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileUses</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vector store(s), which lose them</source>
        <translation>
            <numerusform>%Ln vector store, which loses them</numerusform>
            <numerusform>%Ln vector stores, which lose them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es)</source>
        <translation>
            <numerusform>%Ln batch</numerusform>
            <numerusform>%Ln batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fine-tuning job(s)</source>
        <translation>
            <numerusform>%Ln fine-tuning job</numerusform>
            <numerusform>%Ln fine-tuning jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln eval run(s)</source>
        <translation>
            <numerusform>%Ln eval run</numerusform>
            <numerusform>%Ln eval runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of their files are not known to be used anywhere else.</source>
        <translation>
            <numerusform>%Ln of their files is not known to be used anywhere else.</numerusform>
            <numerusform>%Ln of their files are not known to be used anywhere else.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running batch(es)</source>
        <translation>
            <numerusform>%Ln running batch</numerusform>
            <numerusform>%Ln running batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running fine-tuning job(s)</source>
        <translation>
            <numerusform>%Ln running fine-tuning job</numerusform>
            <numerusform>%Ln running fine-tuning jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running eval run(s)</source>
        <translation>
            <numerusform>%Ln running eval run</numerusform>
            <numerusform>%Ln running eval runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vector store(s) still indexing</source>
        <translation>
            <numerusform>%Ln vector store still indexing</numerusform>
            <numerusform>%Ln vector stores still indexing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vector store(s), which lose it</source>
        <translation>
            <numerusform>%Ln vector store, which loses it</numerusform>
            <numerusform>%Ln vector stores, which lose it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the requests failed or have no answer, and cannot be sent again without the file.</source>
        <translation>
            <numerusform>%Ln of the requests failed or has no answer, and cannot be sent again without the file.</numerusform>
            <numerusform>%Ln of the requests failed or have no answer, and cannot be sent again without the file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%Ln batch(es)</source>
        <translation>
            <numerusform>%Ln batch</numerusform>
            <numerusform>%Ln batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln eval run(s)</source>
        <translation>
            <numerusform>%Ln eval run</numerusform>
            <numerusform>%Ln eval runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fine-tuning job(s)</source>
        <translation>
            <numerusform>%Ln fine-tuning job</numerusform>
            <numerusform>%Ln fine-tuning jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) indexing</source>
        <translation>
            <numerusform>%Ln store indexing</numerusform>
            <numerusform>%Ln stores indexing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <translation>
            <numerusform>%Ln transfer</numerusform>
            <numerusform>%Ln transfers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) failed in %1</source>
        <translation>
            <numerusform>%Ln file failed in %1</numerusform>
            <numerusform>%Ln files failed in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) failed</source>
        <translation>
            <numerusform>%Ln transfer failed</numerusform>
            <numerusform>%Ln transfers failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln upload(s) nobody knows whether they arrived</source>
        <translation>
            <numerusform>Of %Ln upload nobody knows whether it arrived</numerusform>
            <numerusform>Of %Ln uploads nobody knows whether they arrived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vector store(s)</source>
        <translation>
            <numerusform>%Ln vector store</numerusform>
            <numerusform>%Ln vector stores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) for %1</source>
        <comment>a purpose</comment>
        <translation>
            <numerusform>%Ln file for %1</numerusform>
            <numerusform>%Ln files for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>%Ln paused</numerusform>
            <numerusform>%Ln paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A visit ends when this window is left, or closed, for longer than %Ln minute(s).</source>
        <translation>
            <numerusform>A visit ends when this window is left, or closed, for longer than %Ln minute.</numerusform>
            <numerusform>A visit ends when this window is left, or closed, for longer than %Ln minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message numerus="yes">
        <source>%Ln line(s) of the answers cannot be read.</source>
        <translation>
            <numerusform>%Ln line of the answers cannot be read.</numerusform>
            <numerusform>%Ln lines of the answers cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more kind(s)</source>
        <translation>
            <numerusform>%Ln more kind</numerusform>
            <numerusform>%Ln more kinds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message numerus="yes">
        <source>%Ln row(s) written to %1.</source>
        <translation>
            <numerusform>%Ln row written to %1.</numerusform>
            <numerusform>%Ln rows written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchemaInference</name>
    <message numerus="yes">
        <source>Read off %Ln row(s)</source>
        <translation>
            <numerusform>Read off %Ln row</numerusform>
            <numerusform>Read off %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) left out, the first is line %1</source>
        <translation>
            <numerusform>%Ln line left out, the first is line %1</numerusform>
            <numerusform>%Ln lines left out, the first is line %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoreText</name>
    <message numerus="yes">
        <source>%Ln day(s) after use</source>
        <translation>
            <numerusform>%Ln day after use</numerusform>
            <numerusform>%Ln days after use</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has been in progress for %Ln minute(s), which is long: it may be stuck. Trying it again takes it out and puts it in anew.</source>
        <translation>
            <numerusform>It has been in progress for %Ln minute, which is long: it may be stuck. Trying it again takes it out and puts it in anew.</numerusform>
            <numerusform>It has been in progress for %Ln minutes, which is long: it may be stuck. Trying it again takes it out and puts it in anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatchTexts</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are being indexed for too long, without an error</source>
        <translation>
            <numerusform>%Ln file is being indexed for too long, without an error</numerusform>
            <numerusform>%Ln files are being indexed for too long, without an error</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be indexed</source>
        <translation>
            <numerusform>%Ln file could not be indexed</numerusform>
            <numerusform>%Ln files could not be indexed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vector store(s) expire within %1</source>
        <translation>
            <numerusform>%Ln vector store expires within %1</numerusform>
            <numerusform>%Ln vector stores expire within %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) expire within %1</source>
        <translation>
            <numerusform>%Ln file expires within %1</numerusform>
            <numerusform>%Ln files expire within %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::AddFilesDialog</name>
    <message numerus="yes">
        <source>For %Ln selected</source>
        <translation>
            <numerusform>For %Ln selected</numerusform>
            <numerusform>For %Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln file(s)</source>
        <translation>
            <numerusform>Add %Ln file</numerusform>
            <numerusform>Add %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot go in</source>
        <translation>
            <numerusform>%Ln cannot go in</numerusform>
            <numerusform>%Ln cannot go in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: not supported</source>
        <translation>
            <numerusform>%Ln left out: not supported</numerusform>
            <numerusform>%Ln left out: not supported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::Alerts</name>
    <message numerus="yes">
        <source>%Ln job(s) ended</source>
        <translation>
            <numerusform>%Ln job ended</numerusform>
            <numerusform>%Ln jobs ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seem(s) to be stuck</source>
        <translation>
            <numerusform>%Ln seems to be stuck</numerusform>
            <numerusform>%Ln seem to be stuck</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln expire(s) soon</source>
        <translation>
            <numerusform>%Ln expires soon</numerusform>
            <numerusform>%Ln expire soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ArchiveDialog</name>
    <message numerus="yes">
        <source>%Ln eval(s)</source>
        <translation>
            <numerusform>%Ln eval</numerusform>
            <numerusform>%Ln evals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es)</source>
        <translation>
            <numerusform>%Ln batch</numerusform>
            <numerusform>%Ln batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s)</source>
        <translation>
            <numerusform>%Ln store</numerusform>
            <numerusform>%Ln stores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) in them</source>
        <translation>
            <numerusform>%Ln file in them</numerusform>
            <numerusform>%Ln files in them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s)</source>
        <translation>
            <numerusform>%Ln text</numerusform>
            <numerusform>%Ln texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ArchiveReportDialog</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not handed out</source>
        <translation>
            <numerusform>%Ln not handed out</numerusform>
            <numerusform>%Ln not handed out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more counted, but never made</source>
        <translation>
            <numerusform>%Ln more counted, but never made</numerusform>
            <numerusform>%Ln more counted, but never made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still in progress</source>
        <translation>
            <numerusform>%Ln still in progress</numerusform>
            <numerusform>%Ln still in progress</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::AttachJob</name>
    <message numerus="yes">
        <source>%Ln being indexed</source>
        <translation>
            <numerusform>%Ln being indexed</numerusform>
            <numerusform>%Ln being indexed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::AttributesEditing</name>
    <message numerus="yes">
        <source>%Ln thing(s) were not taken; the rest was.</source>
        <translation>
            <numerusform>%Ln thing was not taken; the rest was.</numerusform>
            <numerusform>%Ln things were not taken; the rest was.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was taken: %Ln cell(s) cannot hold that.</source>
        <translation>
            <numerusform>Nothing was taken: %Ln cell cannot hold that.</numerusform>
            <numerusform>Nothing was taken: %Ln cells cannot hold that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the block are beyond the last file</source>
        <translation>
            <numerusform>%Ln row of the block is beyond the last file</numerusform>
            <numerusform>%Ln rows of the block are beyond the last file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) of the block are beyond the last key</source>
        <translation>
            <numerusform>%Ln column of the block is beyond the last key</numerusform>
            <numerusform>%Ln columns of the block are beyond the last key</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) read</source>
        <translation>
            <numerusform>%Ln file read</numerusform>
            <numerusform>%Ln files read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written to %1.</source>
        <translation>
            <numerusform>%Ln file written to %1.</numerusform>
            <numerusform>%Ln files written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::AttributesPane</name>
    <message numerus="yes">
        <source>%Ln change(s) were of files that are no longer in this store; they are dropped.</source>
        <translation>
            <numerusform>%Ln change was of a file that is no longer in this store; it is dropped.</numerusform>
            <numerusform>%Ln changes were of files that are no longer in this store; they are dropped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of attributes are not sent</source>
        <translation>
            <numerusform>%Ln change of attributes is not sent</numerusform>
            <numerusform>%Ln changes of attributes are not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln file(s)</source>
        <translation>
            <numerusform>in %Ln file</numerusform>
            <numerusform>in %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s)</source>
        <translation>
            <numerusform>%Ln conflict</numerusform>
            <numerusform>%Ln conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) were changed by somebody else meanwhile and were not overwritten. They stay staged.</source>
        <translation>
            <numerusform>%Ln cell was changed by somebody else meanwhile and was not overwritten. It stays staged.</numerusform>
            <numerusform>%Ln cells were changed by somebody else meanwhile and were not overwritten. They stay staged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::AttributesReviewDialog</name>
    <message numerus="yes">
        <source>%Ln cell(s) were changed by somebody else since you edited them.</source>
        <translation>
            <numerusform>%Ln cell was changed by somebody else since you edited it.</numerusform>
            <numerusform>%Ln cells were changed by somebody else since you edited them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) cannot be sent as they are.</source>
        <translation>
            <numerusform>%Ln cell cannot be sent as it is.</numerusform>
            <numerusform>%Ln cells cannot be sent as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln change(s)</source>
        <translation>
            <numerusform>Send %Ln change</numerusform>
            <numerusform>Send %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::AuditWindow</name>
    <message numerus="yes">
        <source>%Ln line(s) of the change log could not be read. They are left where they are.</source>
        <translation>
            <numerusform>%Ln line of the change log could not be read. It is left where it is.</numerusform>
            <numerusform>%Ln lines of the change log could not be read. They are left where they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BatchCheckView</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. %Ln thing(s) to mend before it can be sent.</source>
        <translation>
            <numerusform>%1. %Ln thing to mend before it can be sent.</numerusform>
            <numerusform>%1. %Ln things to mend before it can be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split it, and send it as about %Ln batches that are held together as a group</source>
        <translation>
            <numerusform>Split it, and send it as about %Ln batches that are held together as a group</numerusform>
            <numerusform>Split it, and send it as about %Ln batches that are held together as a group</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more model(s), and all together</source>
        <translation>
            <numerusform>%Ln more model, and all together</numerusform>
            <numerusform>%Ln more models, and all together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) in the file to mend before it can be sent.</source>
        <translation>
            <numerusform>%Ln thing in the file to mend before it can be sent.</numerusform>
            <numerusform>%Ln things in the file to mend before it can be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BatchCommands</name>
    <message numerus="yes">
        <source>Cancel %Ln batch(es) of PRODUCTION?</source>
        <translation>
            <numerusform>Cancel %Ln batch of PRODUCTION?</numerusform>
            <numerusform>Cancel %Ln batches of PRODUCTION?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln batch(es)?</source>
        <translation>
            <numerusform>Cancel %Ln batch?</numerusform>
            <numerusform>Cancel %Ln batches?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) have no answer yet and get none.</source>
        <translation>
            <numerusform>%Ln request has no answer yet and gets none.</numerusform>
            <numerusform>%Ln requests have no answer yet and get none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln batch(es)</source>
        <translation>
            <numerusform>Cancel %Ln batch</numerusform>
            <numerusform>Cancel %Ln batches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BatchDetails</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BatchErrorsPane</name>
    <message numerus="yes">
        <source>%Ln error(s). A click opens the line in the input file.</source>
        <translation>
            <numerusform>%Ln error. A click opens the line in the input file.</numerusform>
            <numerusform>%Ln errors. A click opens the line in the input file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BatchHeadline</name>
    <message numerus="yes">
        <source>%Ln request(s) are in neither file. They can be sent again.</source>
        <translation>
            <numerusform>%Ln request is in neither file. It can be sent again.</numerusform>
            <numerusform>%Ln requests are in neither file. They can be sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) failed. The results say why; they can be sent again.</source>
        <translation>
            <numerusform>%Ln request failed. The results say why; it can be sent again.</numerusform>
            <numerusform>%Ln requests failed. The results say why; they can be sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Time was over before %Ln request(s) had an answer. They can be sent again.</source>
        <translation>
            <numerusform>Time was over before %Ln request had an answer. It can be sent again.</numerusform>
            <numerusform>Time was over before %Ln requests had an answer. They can be sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) have no answer. They can be sent again.</source>
        <translation>
            <numerusform>%Ln request has no answer. It can be sent again.</numerusform>
            <numerusform>%Ln requests have no answer. They can be sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln error(s)</source>
        <translation>
            <numerusform>Show %Ln error</numerusform>
            <numerusform>Show %Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What it left without an answer was sent again. After all attempts %Ln request(s) have none; they can be sent again.</source>
        <translation>
            <numerusform>What it left without an answer was sent again. After all attempts %Ln request has none; it can be sent again.</numerusform>
            <numerusform>What it left without an answer was sent again. After all attempts %Ln requests have none; they can be sent again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BatchRestPane</name>
    <message numerus="yes">
        <source>%Ln expired</source>
        <translation>
            <numerusform>%Ln expired</numerusform>
            <numerusform>%Ln expired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln cancelled</numerusform>
            <numerusform>%Ln cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without any answer</source>
        <translation>
            <numerusform>%Ln without any answer</numerusform>
            <numerusform>%Ln without any answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed: %1</source>
        <translation>
            <numerusform>%Ln failed: %1</numerusform>
            <numerusform>%Ln failed: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of the result files could not be read. They may be answers to requests that seem to have none.</source>
        <translation>
            <numerusform>%Ln line of the result files could not be read. It may be the answer to a request that seems to have none.</numerusform>
            <numerusform>%Ln lines of the result files could not be read. They may be answers to requests that seem to have none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a readable answer: some may be answered in lines that could not be read</source>
        <translation>
            <numerusform>%Ln without a readable answer: it may be answered in a line that could not be read</numerusform>
            <numerusform>%Ln without a readable answer: some may be answered in lines that could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BatchSettingsPane</name>
    <message numerus="yes">
        <source>for %Ln second(s)</source>
        <translation>
            <numerusform>for %Ln second</numerusform>
            <numerusform>for %Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BatchTablePane</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) are not as they should be.</source>
        <translation>
            <numerusform>%Ln line is not as it should be.</numerusform>
            <numerusform>%Ln lines are not as they should be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%Ln more)</source>
        <translation>
            <numerusform>(%Ln more)</numerusform>
            <numerusform>(%Ln more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BatchesPage</name>
    <message numerus="yes">
        <source>%Ln batch(es)</source>
        <translation>
            <numerusform>%Ln batch</numerusform>
            <numerusform>%Ln batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed since yesterday</source>
        <translation>
            <numerusform>%Ln failed since yesterday</numerusform>
            <numerusform>%Ln failed since yesterday</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected, %1 of %2 requests answered</source>
        <translation>
            <numerusform>%Ln selected, %1 of %2 requests answered</numerusform>
            <numerusform>%Ln selected, %1 of %2 requests answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln &amp;batch(es)…</source>
        <translation>
            <numerusform>Cancel %Ln &amp;batch…</numerusform>
            <numerusform>Cancel %Ln &amp;batches…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not ended when archived</source>
        <translation>
            <numerusform>%Ln not ended when archived</numerusform>
            <numerusform>%Ln not ended when archived</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BulkModel</name>
    <message numerus="yes">
        <source>%Ln uploaded</source>
        <translation>
            <numerusform>%Ln uploaded</numerusform>
            <numerusform>%Ln uploaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloaded</source>
        <translation>
            <numerusform>%Ln downloaded</numerusform>
            <numerusform>%Ln downloaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted</source>
        <translation>
            <numerusform>%Ln deleted</numerusform>
            <numerusform>%Ln deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln skipped</numerusform>
            <numerusform>%Ln skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without an answer</source>
        <translation>
            <numerusform>%Ln without an answer</numerusform>
            <numerusform>%Ln without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln being cancelled</source>
        <translation>
            <numerusform>%Ln being cancelled</numerusform>
            <numerusform>%Ln being cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln added</numerusform>
            <numerusform>%Ln added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln synced</source>
        <translation>
            <numerusform>%Ln synced</numerusform>
            <numerusform>%Ln synced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln granted</source>
        <translation>
            <numerusform>%Ln granted</numerusform>
            <numerusform>%Ln granted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoked</source>
        <translation>
            <numerusform>%Ln revoked</numerusform>
            <numerusform>%Ln revoked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BulkReportDialog</name>
    <message numerus="yes">
        <source>Retry %Ln failed</source>
        <translation>
            <numerusform>Retry %Ln failed</numerusform>
            <numerusform>Retry %Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with %Ln</source>
        <translation>
            <numerusform>Go on with %Ln</numerusform>
            <numerusform>Go on with %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BulkStrip</name>
    <message numerus="yes">
        <source>Retry %Ln failed</source>
        <translation>
            <numerusform>Retry %Ln failed</numerusform>
            <numerusform>Retry %Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with %Ln</source>
        <translation>
            <numerusform>Go on with %Ln</numerusform>
            <numerusform>Go on with %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::CancelBatchesJob</name>
    <message numerus="yes">
        <source>%Ln batch(es) being cancelled</source>
        <translation>
            <numerusform>%Ln batch being cancelled</numerusform>
            <numerusform>%Ln batches being cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::CategoriesList</name>
    <message numerus="yes">
        <source>%Ln file(s) of the same size cannot be read, and are not compared</source>
        <translation>
            <numerusform>%Ln file of the same size cannot be read, and is not compared</numerusform>
            <numerusform>%Ln files of the same size cannot be read, and are not compared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ChangesPane</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown</source>
        <translation>
            <numerusform>%Ln shown</numerusform>
            <numerusform>%Ln shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::CheckpointsModel</name>
    <message numerus="yes">
        <source>The lowest, so the best of %Ln checkpoint(s)</source>
        <translation>
            <numerusform>The lowest, so the best of %Ln checkpoint</numerusform>
            <numerusform>The lowest, so the best of %Ln checkpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The highest, so the best of %Ln checkpoint(s)</source>
        <translation>
            <numerusform>The highest, so the best of %Ln checkpoint</numerusform>
            <numerusform>The highest, so the best of %Ln checkpoints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::CheckpointsPane</name>
    <message numerus="yes">
        <source>%Ln checkpoint(s)</source>
        <translation>
            <numerusform>%Ln checkpoint</numerusform>
            <numerusform>%Ln checkpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Copy %Ln model name(s)</source>
        <translation>
            <numerusform>&amp;Copy %Ln model name</numerusform>
            <numerusform>&amp;Copy %Ln model names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::CleanerCommands</name>
    <message numerus="yes">
        <source>Of %Ln more it is not known whether they are gone.</source>
        <translation>
            <numerusform>Of %Ln more it is not known whether it is gone.</numerusform>
            <numerusform>Of %Ln more it is not known whether they are gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::CleanerDialog</name>
    <message numerus="yes">
        <source>%Ln list(s) could not be read: %1. What depends on them is not offered.</source>
        <translation>
            <numerusform>%Ln list could not be read: %1. What depends on it is not offered.</numerusform>
            <numerusform>%Ln lists could not be read: %1. What depends on them is not offered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clean up %Ln thing(s) of PRODUCTION?</source>
        <translation>
            <numerusform>Clean up %Ln thing of PRODUCTION?</numerusform>
            <numerusform>Clean up %Ln things of PRODUCTION?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clean up %Ln thing(s)?</source>
        <translation>
            <numerusform>Clean up %Ln thing?</numerusform>
            <numerusform>Clean up %Ln things?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) will be deleted</source>
        <translation>
            <numerusform>%Ln file will be deleted</numerusform>
            <numerusform>%Ln files will be deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vector store(s) will be deleted; their files stay</source>
        <translation>
            <numerusform>%Ln vector store will be deleted; its files stay</numerusform>
            <numerusform>%Ln vector stores will be deleted; their files stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln</source>
        <translation>
            <numerusform>Delete %Ln</numerusform>
            <numerusform>Delete %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) compared</source>
        <translation>
            <numerusform>%Ln file compared</numerusform>
            <numerusform>%Ln files compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicate(s) offered</source>
        <translation>
            <numerusform>%Ln duplicate offered</numerusform>
            <numerusform>%Ln duplicates offered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read: %1</source>
        <translation>
            <numerusform>%Ln could not be read: %1</numerusform>
            <numerusform>%Ln could not be read: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take out %Ln</source>
        <comment>of vector stores</comment>
        <translation>
            <numerusform>Take out %Ln</numerusform>
            <numerusform>Take out %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are taken out of vector stores before</source>
        <translation>
            <numerusform>%Ln of them is taken out of vector stores before</numerusform>
            <numerusform>%Ln of them are taken out of vector stores before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them hold requests that have no answer: these cannot be sent again then, and results are shown without their requests</source>
        <translation>
            <numerusform>%Ln of them holds requests that have no answer: these cannot be sent again then, and results are shown without their requests</numerusform>
            <numerusform>%Ln of them hold requests that have no answer: these cannot be sent again then, and results are shown without their requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are taken out of vector stores; their files stay</source>
        <translation>
            <numerusform>%Ln entry is taken out of vector stores; its file stays</numerusform>
            <numerusform>%Ln entries are taken out of vector stores; their files stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are hidden by the filter</source>
        <translation>
            <numerusform>%Ln of them is hidden by the filter</numerusform>
            <numerusform>%Ln of them are hidden by the filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::CleaningJob</name>
    <message numerus="yes">
        <source>%Ln deleted</source>
        <translation>
            <numerusform>%Ln deleted</numerusform>
            <numerusform>%Ln deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already gone</source>
        <translation>
            <numerusform>%Ln already gone</numerusform>
            <numerusform>%Ln already gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still listed</source>
        <translation>
            <numerusform>%Ln still listed</numerusform>
            <numerusform>%Ln still listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept, in use by now</source>
        <translation>
            <numerusform>%Ln kept, in use by now</numerusform>
            <numerusform>%Ln kept, in use by now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>%Ln left</numerusform>
            <numerusform>%Ln left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be listed again</source>
        <translation>
            <numerusform>%Ln could not be listed again</numerusform>
            <numerusform>%Ln could not be listed again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln taken out</source>
        <comment>of vector stores</comment>
        <translation>
            <numerusform>%Ln taken out</numerusform>
            <numerusform>%Ln taken out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taken out of %Ln vector store(s) and deleted</source>
        <translation>
            <numerusform>taken out of %Ln vector store and deleted</numerusform>
            <numerusform>taken out of %Ln vector stores and deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::CompareCards</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a verdict</source>
        <translation>
            <numerusform>%Ln without a verdict</numerusform>
            <numerusform>%Ln without a verdict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln regression(s)</source>
        <translation>
            <numerusform>%Ln regression</numerusform>
            <numerusform>%Ln regressions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln improvement(s)</source>
        <translation>
            <numerusform>%Ln improvement</numerusform>
            <numerusform>%Ln improvements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>McNemar&apos;s exact test, two-sided, over the %Ln row(s) graded in both runs</source>
        <translation>
            <numerusform>McNemar&apos;s exact test, two-sided, over the %Ln row graded in both runs</numerusform>
            <numerusform>McNemar&apos;s exact test, two-sided, over the %Ln rows graded in both runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the baseline missing</source>
        <translation>
            <numerusform>%Ln row of the baseline missing</numerusform>
            <numerusform>%Ln rows of the baseline missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) the baseline does not have</source>
        <translation>
            <numerusform>%Ln row the baseline does not have</numerusform>
            <numerusform>%Ln rows the baseline does not have</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) paired by content</source>
        <translation>
            <numerusform>%Ln row paired by content</numerusform>
            <numerusform>%Ln rows paired by content</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Percentage points, seen from the baseline, over the %Ln row(s) graded in both runs</source>
        <translation>
            <numerusform>Percentage points, seen from the baseline, over the %Ln row graded in both runs</numerusform>
            <numerusform>Percentage points, seen from the baseline, over the %Ln rows graded in both runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::CompareExports</name>
    <message numerus="yes">
        <source>%Ln row(s) written to %1.</source>
        <translation>
            <numerusform>%Ln row written to %1.</numerusform>
            <numerusform>%Ln rows written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A configuration with %Ln test(s) was written to %1.</source>
        <translation>
            <numerusform>A configuration with %Ln test was written to %1.</numerusform>
            <numerusform>A configuration with %Ln tests was written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::CompareOutputs</name>
    <message numerus="yes">
        <source>
… %Ln more character(s)</source>
        <translation>
            <numerusform>
… %Ln more character</numerusform>
            <numerusform>
… %Ln more characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ContentsPane</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>≈ %Ln token(s)</source>
        <translation>
            <numerusform>≈ %Ln token</numerusform>
            <numerusform>≈ %Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln repeat the chunk before</source>
        <translation>
            <numerusform>the first %Ln repeats the chunk before</numerusform>
            <numerusform>the first %Ln repeat the chunk before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s)</source>
        <translation>
            <numerusform>%Ln chunk</numerusform>
            <numerusform>%Ln chunks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s) written to %1.</source>
        <translation>
            <numerusform>%Ln chunk written to %1.</numerusform>
            <numerusform>%Ln chunks written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::CurvesView</name>
    <message numerus="yes">
        <source>Curves of the first %1 runs are shown; %Ln of those chosen are left out.</source>
        <translation>
            <numerusform>Curves of the first %1 runs are shown; %Ln of those chosen is left out.</numerusform>
            <numerusform>Curves of the first %1 runs are shown; %Ln of those chosen are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::DeleteModelsJob</name>
    <message numerus="yes">
        <source>%Ln model(s) deleted</source>
        <translation>
            <numerusform>%Ln model deleted</numerusform>
            <numerusform>%Ln models deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::DeleteStoreDialog</name>
    <message numerus="yes">
        <source>%Ln store(s)</source>
        <translation>
            <numerusform>%Ln store</numerusform>
            <numerusform>%Ln stores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln file(s) that you selected beside them are deleted whoever uses them.</source>
        <translation>
            <numerusform>The %Ln file that you selected beside them is deleted whoever uses it.</numerusform>
            <numerusform>The %Ln files that you selected beside them are deleted whoever uses them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also delete the %Ln file(s) that no other store uses</source>
        <translation>
            <numerusform>Also delete the %Ln file that no other store uses</numerusform>
            <numerusform>Also delete the %Ln files that no other store uses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) stay, because other stores use them.</source>
        <translation>
            <numerusform>%Ln file stays, because other stores use it.</numerusform>
            <numerusform>%Ln files stay, because other stores use them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these files are the input or results of a batch.</source>
        <translation>
            <numerusform>%Ln of these files is the input or results of a batch.</numerusform>
            <numerusform>%Ln of these files are the input or results of a batch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln</source>
        <translation>
            <numerusform>Delete %Ln</numerusform>
            <numerusform>Delete %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::DetailsPane</name>
    <message numerus="yes">
        <source>One of %Ln selected</source>
        <translation>
            <numerusform>One of %Ln selected</numerusform>
            <numerusform>One of %Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::EvalCommands</name>
    <message numerus="yes">
        <source>Cancel %Ln run(s) of PRODUCTION?</source>
        <translation>
            <numerusform>Cancel %Ln run of PRODUCTION?</numerusform>
            <numerusform>Cancel %Ln runs of PRODUCTION?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln run(s)?</source>
        <translation>
            <numerusform>Cancel %Ln run?</numerusform>
            <numerusform>Cancel %Ln runs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln run(s)</source>
        <translation>
            <numerusform>Cancel %Ln run</numerusform>
            <numerusform>Cancel %Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 with %Ln run(s)</source>
        <translation>
            <numerusform>%1 with %Ln run</numerusform>
            <numerusform>%1 with %Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln eval(s)</source>
        <translation>
            <numerusform>%Ln eval</numerusform>
            <numerusform>%Ln evals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the evals go their %Ln run(s) and all results of these.</source>
        <translation>
            <numerusform>With the evals go their %Ln run and all results of these.</numerusform>
            <numerusform>With the evals go their %Ln runs and all results of these.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln</source>
        <translation>
            <numerusform>Delete %Ln</numerusform>
            <numerusform>Delete %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the runs still run; what they cost so far is lost.</source>
        <translation>
            <numerusform>%Ln of the runs still runs; what it cost so far is lost.</numerusform>
            <numerusform>%Ln of the runs still run; what they cost so far is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::EvalDetails</name>
    <message numerus="yes">
        <source>Compare %Ln run(s)</source>
        <translation>
            <numerusform>Compare %Ln run</numerusform>
            <numerusform>Compare %Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::EvalFilePane</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln row(s) were looked at</source>
        <translation>
            <numerusform>The first %Ln row were looked at</numerusform>
            <numerusform>The first %Ln rows were looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::EvalTreeModel</name>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unfinished</source>
        <translation>
            <numerusform>%Ln unfinished</numerusform>
            <numerusform>%Ln unfinished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::EvalsPage</name>
    <message numerus="yes">
        <source>At most %Ln runs are compared at a time.</source>
        <translation>
            <numerusform>At most %Ln runs are compared at a time.</numerusform>
            <numerusform>At most %Ln runs are compared at a time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>D&amp;elete %Ln…</source>
        <translation>
            <numerusform>D&amp;elete %Ln…</numerusform>
            <numerusform>D&amp;elete %Ln…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln eval(s)</source>
        <translation>
            <numerusform>%Ln eval</numerusform>
            <numerusform>%Ln evals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) so far</source>
        <translation>
            <numerusform>%Ln run so far</numerusform>
            <numerusform>%Ln runs so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Runs are compared within one eval: %Ln run(s) of “%1” are not ticked any more.</source>
        <translation>
            <numerusform>Runs are compared within one eval: %Ln run of “%1” are not ticked any more.</numerusform>
            <numerusform>Runs are compared within one eval: %Ln runs of “%1” are not ticked any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::EventsPane</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln event(s)</source>
        <translation>
            <numerusform>%1 of %Ln event</numerusform>
            <numerusform>%1 of %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::FileCommands</name>
    <message numerus="yes">
        <source>The service does not hand out the content of these %Ln files.</source>
        <translation>
            <numerusform>The service does not hand out the content of these %Ln files.</numerusform>
            <numerusform>The service does not hand out the content of these %Ln files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln file(s)?</source>
        <translation>
            <numerusform>Delete %Ln file?</numerusform>
            <numerusform>Delete %Ln files?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln</source>
        <translation>
            <numerusform>Delete %Ln</numerusform>
            <numerusform>Delete %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln file(s) of PRODUCTION?</source>
        <translation>
            <numerusform>Delete %Ln file of PRODUCTION?</numerusform>
            <numerusform>Delete %Ln files of PRODUCTION?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::FilePicker</name>
    <message numerus="yes">
        <source>%Ln file(s) chosen</source>
        <translation>
            <numerusform>%Ln file chosen</numerusform>
            <numerusform>%Ln files chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen, %1</source>
        <translation>
            <numerusform>%Ln chosen, %1</numerusform>
            <numerusform>%Ln chosen, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::FilePickerDialog</name>
    <message numerus="yes">
        <source>Choose %Ln file(s)</source>
        <translation>
            <numerusform>Choose %Ln file</numerusform>
            <numerusform>Choose %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::FilePreview</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::FilesPage</name>
    <message numerus="yes">
        <source>D&amp;elete %Ln…</source>
        <translation>
            <numerusform>D&amp;elete %Ln…</numerusform>
            <numerusform>D&amp;elete %Ln…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <translation>
            <numerusform>%Ln file, %1</numerusform>
            <numerusform>%Ln files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected, %1</source>
        <translation>
            <numerusform>%Ln selected, %1</numerusform>
            <numerusform>%Ln selected, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::FineTuningCommands</name>
    <message numerus="yes">
        <source>Cancel %Ln job(s) of PRODUCTION?</source>
        <translation>
            <numerusform>Cancel %Ln job of PRODUCTION?</numerusform>
            <numerusform>Cancel %Ln jobs of PRODUCTION?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln job(s)?</source>
        <translation>
            <numerusform>Cancel %Ln job?</numerusform>
            <numerusform>Cancel %Ln jobs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln job(s)</source>
        <translation>
            <numerusform>Cancel %Ln job</numerusform>
            <numerusform>Cancel %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln model(s) of PRODUCTION?</source>
        <translation>
            <numerusform>Delete %Ln model of PRODUCTION?</numerusform>
            <numerusform>Delete %Ln models of PRODUCTION?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln model(s)?</source>
        <translation>
            <numerusform>Delete %Ln model?</numerusform>
            <numerusform>Delete %Ln models?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln model(s)</source>
        <translation>
            <numerusform>Delete %Ln model</numerusform>
            <numerusform>Delete %Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) train it further now</source>
        <translation>
            <numerusform>%Ln job trains it further now</numerusform>
            <numerusform>%Ln jobs train it further now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln eval run(s) ask it now</source>
        <translation>
            <numerusform>%Ln eval run asks it now</numerusform>
            <numerusform>%Ln eval runs ask it now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::FineTuningDetails</name>
    <message numerus="yes">
        <source>%Ln line(s) unreadable</source>
        <translation>
            <numerusform>%Ln line unreadable</numerusform>
            <numerusform>%Ln lines unreadable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::FineTuningPage</name>
    <message numerus="yes">
        <source>Pa&amp;use %Ln</source>
        <translation>
            <numerusform>Pa&amp;use %Ln</numerusform>
            <numerusform>Pa&amp;use %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R&amp;esume %Ln</source>
        <translation>
            <numerusform>R&amp;esume %Ln</numerusform>
            <numerusform>R&amp;esume %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln jo&amp;b(s)…</source>
        <translation>
            <numerusform>Cancel %Ln jo&amp;b…</numerusform>
            <numerusform>Cancel %Ln jo&amp;bs…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %Ln model(s)…</source>
        <translation>
            <numerusform>&amp;Delete %Ln model…</numerusform>
            <numerusform>&amp;Delete %Ln models…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not ended when archived</source>
        <translation>
            <numerusform>%Ln not ended when archived</numerusform>
            <numerusform>%Ln not ended when archived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::GatherDialog</name>
    <message numerus="yes">
        <source>Looking through folders: %Ln file(s) so far</source>
        <translation>
            <numerusform>Looking through folders: %Ln file so far</numerusform>
            <numerusform>Looking through folders: %Ln files so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <translation>
            <numerusform>%Ln file, %1</numerusform>
            <numerusform>%Ln files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden left out</source>
        <translation>
            <numerusform>%Ln hidden left out</numerusform>
            <numerusform>%Ln hidden left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) not followed</source>
        <translation>
            <numerusform>%Ln link not followed</numerusform>
            <numerusform>%Ln links not followed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ItemDetails</name>
    <message numerus="yes">
        <source>and %Ln more selected</source>
        <translation>
            <numerusform>and %Ln more selected</numerusform>
            <numerusform>and %Ln more selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ItemsPane</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::JsonView</name>
    <message numerus="yes">
        <source>… %Ln more character(s) not shown</source>
        <translation>
            <numerusform>… %Ln more character not shown</numerusform>
            <numerusform>… %Ln more characters not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::JsonlView</name>
    <message numerus="yes">
        <source>%Ln line(s) so far</source>
        <translation>
            <numerusform>%Ln line so far</numerusform>
            <numerusform>%Ln lines so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::KnownUses</name>
    <message numerus="yes">
        <source>%Ln list(s) could not be read. %1</source>
        <translation>
            <numerusform>%Ln list could not be read. %1</numerusform>
            <numerusform>%Ln lists could not be read. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::LabCard</name>
    <message numerus="yes">
        <source>The first %Ln, in %1. There are more; raise the number of results.</source>
        <translation>
            <numerusform>The first %Ln, in %1. There are more; raise the number of results.</numerusform>
            <numerusform>The first %Ln, in %1. There are more; raise the number of results.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) in %1</source>
        <translation>
            <numerusform>%Ln result in %1</numerusform>
            <numerusform>%Ln results in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::LabCommands</name>
    <message numerus="yes">
        <source>%1 (%Ln query(ies))</source>
        <translation>
            <numerusform>%1 (%Ln query)</numerusform>
            <numerusform>%1 (%Ln queries)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The set “%1” has %Ln query(ies).</source>
        <translation>
            <numerusform>The set “%1” has %Ln query.</numerusform>
            <numerusform>The set “%1” has %Ln queries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) were left out or changed.</source>
        <translation>
            <numerusform>%Ln line was left out or changed.</numerusform>
            <numerusform>%Ln lines were left out or changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::LabMeansModel</name>
    <message numerus="yes">
        <source>%1, %Ln failed</source>
        <translation>
            <numerusform>%1, %Ln failed</numerusform>
            <numerusform>%1, %Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::LabSetModel</name>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::LabSetPanel</name>
    <message numerus="yes">
        <source>%Ln query(ies)</source>
        <translation>
            <numerusform>%Ln query</numerusform>
            <numerusform>%Ln queries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ListPage</name>
    <message numerus="yes">
        <source>%Ln shown</source>
        <translation>
            <numerusform>%Ln shown</numerusform>
            <numerusform>%Ln shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::MetadataEdit</name>
    <message numerus="yes">
        <source>%Ln pair(s) at most.</source>
        <translation>
            <numerusform>%Ln pair at most.</numerusform>
            <numerusform>%Ln pairs at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::NewBatchDialog</name>
    <message numerus="yes">
        <source>Create the %Ln that are missing</source>
        <translation>
            <numerusform>Create the one that is missing</numerusform>
            <numerusform>Create the %Ln that are missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split, upload and create %Ln batches</source>
        <translation>
            <numerusform>Split, upload and create %Ln batches</numerusform>
            <numerusform>Split, upload and create %Ln batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 batches was created, and stays.</source>
        <translation>
            <numerusform>%Ln of %1 batches was created, and stays.</numerusform>
            <numerusform>%Ln of %1 batches were created, and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 batches is created.</source>
        <translation>
            <numerusform>%Ln of %1 batches is created.</numerusform>
            <numerusform>%Ln of %1 batches are created.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are uploaded, no batch is created.</source>
        <translation>
            <numerusform>%Ln file is uploaded, no batch is created.</numerusform>
            <numerusform>%Ln files are uploaded, no batch is created.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list holds %Ln attempt(s) at these requests that this console did not know of.</source>
        <translation>
            <numerusform>The list holds %Ln attempt at these requests that this console did not know of.</numerusform>
            <numerusform>The list holds %Ln attempts at these requests that this console did not know of.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was created: the rest was sent already, as %Ln other batch(es).</source>
        <translation>
            <numerusform>Nothing was created: the rest was sent already, as %Ln other batch.</numerusform>
            <numerusform>Nothing was created: the rest was sent already, as %Ln other batches.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::NewsLine</name>
    <message numerus="yes">
        <source>%1, and %Ln more</source>
        <comment>what happened</comment>
        <translation>
            <numerusform>%1, and %Ln more</numerusform>
            <numerusform>%1, and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::OpeningState</name>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::OperationsDialog</name>
    <message numerus="yes">
        <source>%Ln operation(s)</source>
        <translation>
            <numerusform>%Ln operation</numerusform>
            <numerusform>%Ln operations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::OverviewBoard</name>
    <message numerus="yes">
        <source>Expires in %Ln day(s)</source>
        <translation>
            <numerusform>Expires in %Ln day</numerusform>
            <numerusform>Expires in %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) ended</source>
        <translation>
            <numerusform>%Ln job ended</numerusform>
            <numerusform>%Ln jobs ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>files</comment>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s)</source>
        <translation>
            <numerusform>%Ln store</numerusform>
            <numerusform>%Ln stores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::OverviewPage</name>
    <message numerus="yes">
        <source>%Ln job(s) ended</source>
        <translation>
            <numerusform>%Ln job ended</numerusform>
            <numerusform>%Ln jobs ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) added</source>
        <translation>
            <numerusform>%Ln file added</numerusform>
            <numerusform>%Ln files added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::Palette</name>
    <message numerus="yes">
        <source>Nothing has exactly that: %Ln like it</source>
        <translation>
            <numerusform>Nothing has exactly that: %Ln like it</numerusform>
            <numerusform>Nothing has exactly that: %Ln like it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln results, the best are shown</source>
        <translation>
            <numerusform>%Ln result, the best is shown</numerusform>
            <numerusform>%Ln results, the best are shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::PermissionsPane</name>
    <message numerus="yes">
        <source>Revoke %Ln permission(s) of PRODUCTION?</source>
        <translation>
            <numerusform>Revoke %Ln permission of PRODUCTION?</numerusform>
            <numerusform>Revoke %Ln permissions of PRODUCTION?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln permission(s)?</source>
        <translation>
            <numerusform>Revoke %Ln permission?</numerusform>
            <numerusform>Revoke %Ln permissions?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln</source>
        <translation>
            <numerusform>Revoke %Ln</numerusform>
            <numerusform>Revoke %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) may use them</source>
        <translation>
            <numerusform>%Ln project may use them</numerusform>
            <numerusform>%Ln projects may use them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Re&amp;voke %Ln…</source>
        <translation>
            <numerusform>Re&amp;voke %Ln…</numerusform>
            <numerusform>Re&amp;voke %Ln…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grant %Ln permission(s) of PRODUCTION?</source>
        <translation>
            <numerusform>Grant %Ln permission of PRODUCTION?</numerusform>
            <numerusform>Grant %Ln permissions of PRODUCTION?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grant %Ln permission(s)?</source>
        <translation>
            <numerusform>Grant %Ln permission?</numerusform>
            <numerusform>Grant %Ln permissions?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grant %Ln</source>
        <translation>
            <numerusform>Grant %Ln</numerusform>
            <numerusform>Grant %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Grant %Ln…</source>
        <translation>
            <numerusform>&amp;Grant %Ln…</numerusform>
            <numerusform>&amp;Grant %Ln…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ProblemLine</name>
    <message numerus="yes">
        <source>(%Ln more)</source>
        <translation>
            <numerusform>(%Ln more)</numerusform>
            <numerusform>(%Ln more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ProfilesDialog</name>
    <message numerus="yes">
        <source>%Ln key(s) went to the system&apos;s keychain.</source>
        <translation>
            <numerusform>%Ln key went to the system&apos;s keychain.</numerusform>
            <numerusform>%Ln keys went to the system&apos;s keychain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) could not go to a keychain and are kept in memory until you quit.</source>
        <translation>
            <numerusform>%Ln key could not go to a keychain and is kept in memory until you quit.</numerusform>
            <numerusform>%Ln keys could not go to a keychain and are kept in memory until you quit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) of this profile are not finished. They are dropped, and what was downloaded so far is deleted from this computer.</source>
        <translation>
            <numerusform>%Ln transfer of this profile is not finished. It is dropped, and what was downloaded so far is deleted from this computer.</numerusform>
            <numerusform>%Ln transfers of this profile are not finished. They are dropped, and what was downloaded so far is deleted from this computer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::QnamExchange</name>
    <message numerus="yes">
        <source>Nothing was heard for %n second(s)</source>
        <translation>
            <numerusform>Nothing was heard for %n second</numerusform>
            <numerusform>Nothing was heard for %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ResultExports</name>
    <message numerus="yes">
        <source>%Ln row(s) written to %1.</source>
        <translation>
            <numerusform>%Ln row written to %1.</numerusform>
            <numerusform>%Ln rows written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ResultsHead</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln attempt</numerusform>
            <numerusform>%Ln attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answered</source>
        <translation>
            <numerusform>%Ln answered</numerusform>
            <numerusform>%Ln answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to come</source>
        <translation>
            <numerusform>%Ln to come</numerusform>
            <numerusform>%Ln to come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without an answer</source>
        <translation>
            <numerusform>%Ln without an answer</numerusform>
            <numerusform>%Ln without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) unreadable</source>
        <translation>
            <numerusform>%Ln line unreadable</numerusform>
            <numerusform>%Ln lines unreadable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::RowsPane</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a sample</source>
        <translation>
            <numerusform>%Ln with a sample</numerusform>
            <numerusform>%Ln with a sample</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) do not fit</source>
        <translation>
            <numerusform>%Ln row do not fit</numerusform>
            <numerusform>%Ln rows do not fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::SearchLabPane</name>
    <message numerus="yes">
        <source>%Ln search(es) failed. They do not count in the means; their rows say why.</source>
        <translation>
            <numerusform>%Ln search failed. It does not count in the means; its row says why.</numerusform>
            <numerusform>%Ln searches failed. They do not count in the means; their rows say why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::SocketExchange</name>
    <message numerus="yes">
        <source>Nothing was heard for %n second(s)</source>
        <translation>
            <numerusform>Nothing was heard for %n second</numerusform>
            <numerusform>Nothing was heard for %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::StatusLine</name>
    <message numerus="yes">
        <source>%Ln request(s) in flight</source>
        <translation>
            <numerusform>%Ln request in flight</numerusform>
            <numerusform>%Ln requests in flight</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::SteerJobsJob</name>
    <message numerus="yes">
        <source>%Ln job(s) cancelled</source>
        <translation>
            <numerusform>%Ln job cancelled</numerusform>
            <numerusform>%Ln jobs cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) paused</source>
        <translation>
            <numerusform>%Ln job paused</numerusform>
            <numerusform>%Ln jobs paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) resumed</source>
        <translation>
            <numerusform>%Ln job resumed</numerusform>
            <numerusform>%Ln jobs resumed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::StoreCommands</name>
    <message numerus="yes">
        <source>Delete %Ln file(s) of PRODUCTION?</source>
        <translation>
            <numerusform>Delete %Ln file of PRODUCTION?</numerusform>
            <numerusform>Delete %Ln files of PRODUCTION?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln file(s)?</source>
        <translation>
            <numerusform>Delete %Ln file?</numerusform>
            <numerusform>Delete %Ln files?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln</source>
        <translation>
            <numerusform>Delete %Ln</numerusform>
            <numerusform>Delete %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln file(s) out of stores of PRODUCTION?</source>
        <translation>
            <numerusform>Take %Ln file out of stores of PRODUCTION?</numerusform>
            <numerusform>Take %Ln files out of stores of PRODUCTION?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln file(s) out of the store?</source>
        <translation>
            <numerusform>Take %Ln file out of the store?</numerusform>
            <numerusform>Take %Ln files out of the store?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take out %Ln</source>
        <translation>
            <numerusform>Take out %Ln</numerusform>
            <numerusform>Take out %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) gone</source>
        <translation>
            <numerusform>%Ln store gone</numerusform>
            <numerusform>%Ln stores gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) gone</source>
        <translation>
            <numerusform>%Ln file gone</numerusform>
            <numerusform>%Ln files gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shared file(s) still there</source>
        <translation>
            <numerusform>%Ln shared file still there</numerusform>
            <numerusform>%Ln shared files still there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) out of the store</source>
        <translation>
            <numerusform>%Ln file out of the store</numerusform>
            <numerusform>%Ln files out of the store</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list still has %Ln deleted store(s).</source>
        <translation>
            <numerusform>The list still has %Ln deleted store.</numerusform>
            <numerusform>The list still has %Ln deleted stores.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln batch(es) of files of PRODUCTION?</source>
        <translation>
            <numerusform>Cancel %Ln batch of files of PRODUCTION?</numerusform>
            <numerusform>Cancel %Ln batches of files of PRODUCTION?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln batch(es) of files?</source>
        <translation>
            <numerusform>Cancel %Ln batch of files?</numerusform>
            <numerusform>Cancel %Ln batches of files?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln batch(es)</source>
        <translation>
            <numerusform>Cancel %Ln batch</numerusform>
            <numerusform>Cancel %Ln batches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::StoreDetails</name>
    <message numerus="yes">
        <source>%Ln file(s) failed: searches do not find them.</source>
        <translation>
            <numerusform>%Ln file failed: searches do not find it.</numerusform>
            <numerusform>%Ln files failed: searches do not find them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were cancelled: searches do not find them.</source>
        <translation>
            <numerusform>%Ln file was cancelled: searches do not find it.</numerusform>
            <numerusform>%Ln files were cancelled: searches do not find them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) after it was last used</source>
        <translation>
            <numerusform>%Ln day after it was last used</numerusform>
            <numerusform>%Ln days after it was last used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::StoreFailuresPane</name>
    <message numerus="yes">
        <source>Tr&amp;y %Ln again…</source>
        <translation>
            <numerusform>Tr&amp;y %Ln again…</numerusform>
            <numerusform>Tr&amp;y %Ln again…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::StoreFilesModel</name>
    <message numerus="yes">
        <source>Batch of %Ln file(s)</source>
        <translation>
            <numerusform>Batch of %Ln file</numerusform>
            <numerusform>Batch of %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Enter or a double click reads the next %Ln file(s).</source>
        <translation>
            <numerusform>Enter or a double click reads the next %Ln file.</numerusform>
            <numerusform>Enter or a double click reads the next %Ln files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::StoreIntake</name>
    <message numerus="yes">
        <source>A file batch that was begun before has ended: %Ln file(s) added</source>
        <translation>
            <numerusform>A file batch that was begun before has ended: %Ln file added</numerusform>
            <numerusform>A file batch that was begun before has ended: %Ln files added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln cancelled</numerusform>
            <numerusform>%Ln cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::StoresPage</name>
    <message numerus="yes">
        <source>%Ln file(s) of the project are put in and indexed there; they stay where they are.</source>
        <translation>
            <numerusform>%Ln file of the project is put in and indexed there; it stays where it is.</numerusform>
            <numerusform>%Ln files of the project are put in and indexed there; they stay where they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s)</source>
        <translation>
            <numerusform>%Ln store</numerusform>
            <numerusform>%Ln stores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with failures</source>
        <translation>
            <numerusform>%Ln with failures</numerusform>
            <numerusform>%Ln with failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln indexing</source>
        <translation>
            <numerusform>%Ln indexing</numerusform>
            <numerusform>%Ln indexing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln expire(s) this week</source>
        <translation>
            <numerusform>%Ln expires this week</numerusform>
            <numerusform>%Ln expire this week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln o&amp;ut of the store…</source>
        <translation>
            <numerusform>Take %Ln o&amp;ut of the store…</numerusform>
            <numerusform>Take %Ln o&amp;ut of the store…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %Ln…</source>
        <translation>
            <numerusform>&amp;Delete %Ln…</numerusform>
            <numerusform>&amp;Delete %Ln…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::SyncFolderDialog</name>
    <message numerus="yes">
        <source>%Ln file(s) in the folder</source>
        <translation>
            <numerusform>%Ln file in the folder</numerusform>
            <numerusform>%Ln files in the folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the store</source>
        <translation>
            <numerusform>%Ln in the store</numerusform>
            <numerusform>%Ln in the store</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln</source>
        <translation>
            <numerusform>Add %Ln</numerusform>
            <numerusform>Add %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln</source>
        <translation>
            <numerusform>Replace %Ln</numerusform>
            <numerusform>Replace %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take out %Ln</source>
        <translation>
            <numerusform>Take out %Ln</numerusform>
            <numerusform>Take out %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %Ln change(s)</source>
        <translation>
            <numerusform>Apply %Ln change</numerusform>
            <numerusform>Apply %Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unchanged</numerusform>
            <numerusform>%Ln unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of unknown content, with the same name and size</source>
        <translation>
            <numerusform>%Ln of unknown content, with the same name and size</numerusform>
            <numerusform>%Ln of unknown content, with the same name and size</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not allowed</source>
        <translation>
            <numerusform>%Ln not allowed</numerusform>
            <numerusform>%Ln not allowed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden left out</source>
        <translation>
            <numerusform>%Ln hidden left out</numerusform>
            <numerusform>%Ln hidden left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) not followed</source>
        <translation>
            <numerusform>%Ln link not followed</numerusform>
            <numerusform>%Ln links not followed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln of the same name</source>
        <translation>
            <numerusform>Replace %Ln of the same name</numerusform>
            <numerusform>Replace %Ln of the same name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the same name, with other content</source>
        <translation>
            <numerusform>%Ln of the same name, with other content</numerusform>
            <numerusform>%Ln of the same name, with other content</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to add beside one of the same name</source>
        <translation>
            <numerusform>%Ln to add beside one of the same name</numerusform>
            <numerusform>%Ln to add beside one of the same name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the store, not from this folder</source>
        <translation>
            <numerusform>%Ln in the store, not from this folder</numerusform>
            <numerusform>%Ln in the store, not from this folder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::TrainingCheckView</name>
    <message numerus="yes">
        <source>%Ln example(s)</source>
        <translation>
            <numerusform>%Ln example</numerusform>
            <numerusform>%Ln examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. %Ln error(s): it cannot be sent.</source>
        <translation>
            <numerusform>%1. %Ln error: it cannot be sent.</numerusform>
            <numerusform>%1. %Ln errors: it cannot be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. It can be sent; %Ln warning(s).</source>
        <translation>
            <numerusform>%1. It can be sent; %Ln warning.</numerusform>
            <numerusform>%1. It can be sent; %Ln warnings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln example(s) are longer than the %1 tokens that the model takes: the rest of them is cut off.</source>
        <translation>
            <numerusform>%Ln example is longer than the %1 tokens that the model takes: the rest of it is cut off.</numerusform>
            <numerusform>%Ln examples are longer than the %1 tokens that the model takes: the rest of them is cut off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 validation examples are trained on as well: on these the model looks better than it is (%2).</source>
        <translation>
            <numerusform>%Ln of %1 validation examples is trained on as well: on this one the model looks better than it is (%2).</numerusform>
            <numerusform>%Ln of %1 validation examples are trained on as well: on these the model looks better than it is (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::TrainingFileEdit</name>
    <message numerus="yes">
        <source>%Ln example(s)</source>
        <translation>
            <numerusform>%Ln example</numerusform>
            <numerusform>%Ln examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s): cannot be sent</source>
        <translation>
            <numerusform>%Ln error: cannot be sent</numerusform>
            <numerusform>%Ln errors: cannot be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>can be sent, with %Ln warning(s)</source>
        <translation>
            <numerusform>can be sent, with %Ln warning</numerusform>
            <numerusform>can be sent, with %Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s) in the training file to mend before it can be sent.</source>
        <translation>
            <numerusform>%Ln error in the training file to mend before it can be sent.</numerusform>
            <numerusform>%Ln errors in the training file to mend before it can be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s) in the validation file to mend before it can be sent.</source>
        <translation>
            <numerusform>%Ln error in the validation file to mend before it can be sent.</numerusform>
            <numerusform>%Ln errors in the validation file to mend before it can be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::TranscriptView</name>
    <message numerus="yes">
        <source>… and %Ln more characters, which the JSON has.</source>
        <translation>
            <numerusform>… and %Ln more characters, which the JSON has.</numerusform>
            <numerusform>… and %Ln more characters, which the JSON has.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::TransferCommands</name>
    <message numerus="yes">
        <source>Cancel %Ln transfer(s)?</source>
        <translation>
            <numerusform>Cancel %Ln transfer?</numerusform>
            <numerusform>Cancel %Ln transfers?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The parts of %Ln upload(s) that are at the server already are dropped there.</source>
        <translation>
            <numerusform>The parts of %Ln upload that are at the server already are dropped there.</numerusform>
            <numerusform>The parts of %Ln uploads that are at the server already are dropped there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln transfer(s)</source>
        <translation>
            <numerusform>Cancel %Ln transfer</numerusform>
            <numerusform>Cancel %Ln transfers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ca&amp;ncel %Ln…</source>
        <translation>
            <numerusform>Ca&amp;ncel %Ln…</numerusform>
            <numerusform>Ca&amp;ncel %Ln…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::TransferDetails</name>
    <message numerus="yes">
        <source>%1 of %Ln part(s) done</source>
        <translation>
            <numerusform>%1 of %Ln part done</numerusform>
            <numerusform>%1 of %Ln parts done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::TransferWatch</name>
    <message numerus="yes">
        <source>%Ln transfer(s) of the last run go on.</source>
        <translation>
            <numerusform>%Ln transfer of the last run goes on.</numerusform>
            <numerusform>%Ln transfers of the last run go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) wait at the server, for an hour at most.</source>
        <translation>
            <numerusform>%Ln upload waits at the server, for an hour at most.</numerusform>
            <numerusform>%Ln uploads wait at the server, for an hour at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln</source>
        <translation>
            <numerusform>Cancel %Ln</numerusform>
            <numerusform>Cancel %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) are under way. They are kept, and go on when this profile is opened again.</source>
        <translation>
            <numerusform>%Ln transfer is under way. It is kept, and goes on when this profile is opened again.</numerusform>
            <numerusform>%Ln transfers are under way. They are kept, and go on when this profile is opened again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) are under way. They cannot be kept, and would be stopped.</source>
        <translation>
            <numerusform>%Ln transfer is under way. It cannot be kept, and would be stopped.</numerusform>
            <numerusform>%Ln transfers are under way. They cannot be kept, and would be stopped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) done</source>
        <translation>
            <numerusform>%Ln transfer done</numerusform>
            <numerusform>%Ln transfers done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more like this.</source>
        <translation>
            <numerusform>%Ln more like this.</numerusform>
            <numerusform>%Ln more like this.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::TransfersModel</name>
    <message numerus="yes">
        <source>%1 of %Ln part(s) done</source>
        <translation>
            <numerusform>%1 of %Ln part done</numerusform>
            <numerusform>%1 of %Ln parts done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::TransfersPage</name>
    <message numerus="yes">
        <source>%Ln transfer(s), nothing to do</source>
        <translation>
            <numerusform>%Ln transfer, nothing to do</numerusform>
            <numerusform>%Ln transfers, nothing to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) you</source>
        <translation>
            <numerusform>%Ln needs you</numerusform>
            <numerusform>%Ln need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected, %1</source>
        <translation>
            <numerusform>%Ln selected, %1</numerusform>
            <numerusform>%Ln selected, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <translation>
            <numerusform>%Ln transfer</numerusform>
            <numerusform>%Ln transfers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln paused</numerusform>
            <numerusform>%Ln paused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::Tray</name>
    <message numerus="yes">
        <source>%Ln job(s) running</source>
        <translation>
            <numerusform>%Ln job running</numerusform>
            <numerusform>%Ln jobs running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::TreePage</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::TryGraderDialog</name>
    <message numerus="yes">
        <source>The first %Ln row(s) of the file.</source>
        <translation>
            <numerusform>The first %Ln row of the file.</numerusform>
            <numerusform>The first %Ln rows of the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) passed.</source>
        <translation>
            <numerusform>%1 of %Ln row passed.</numerusform>
            <numerusform>%1 of %Ln rows passed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln row(s) of the file.</source>
        <translation>
            <numerusform>All %Ln row of the file.</numerusform>
            <numerusform>All %Ln rows of the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) graded.</source>
        <translation>
            <numerusform>%Ln row graded.</numerusform>
            <numerusform>%Ln rows graded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::UploadDialog</name>
    <message numerus="yes">
        <source>Upload %Ln file(s)</source>
        <translation>
            <numerusform>Upload %Ln file</numerusform>
            <numerusform>Upload %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be sent</source>
        <translation>
            <numerusform>%Ln cannot be sent</numerusform>
            <numerusform>%Ln cannot be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::UsesDialog</name>
    <message numerus="yes">
        <source>Used by %Ln object(s)</source>
        <translation>
            <numerusform>Used by %Ln object</numerusform>
            <numerusform>Used by %Ln objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::UsesList</name>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
</TS>
