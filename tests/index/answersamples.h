// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace odc::test {

/// An object of a kind as the service sends it, where it is asked for, and what the index makes of it.
struct AnswerSample
{
    const char *name;
    ObjectKind kind;
    const char *path;
    QByteArray body;
    const char *described;
};

inline QList<AnswerSample> answerSamples()
{
    return {
        {"file", ObjectKind::File, "/files/file-1",
         R"({"id":"file-1","object":"file","bytes":120000,"created_at":1677610602,"expires_at":1680202602,)"
         R"("filename":"Grüße.jsonl","purpose":"fine-tune","status":"error","status_details":"line 3\nis no JSON"})",
         "1 file-1 name=Grüße.jsonl status=error detail=fine-tune reason=line 3 is no JSON "
         "created=1677610602 "
         "expires=1680202602 bytes=120000"},
        {"file that stays, times with fractions", ObjectKind::File, "/files/file-2",
         R"({"id":"file-2","object":"file","bytes":1.0,"created_at":1677610602.75,"expires_at":null,"filename":"a",)"
         R"("purpose":"vision","status":null,"status_details":null})",
         "1 file-2 name=a detail=vision created=1677610602 bytes=1"},
        {"batch under way", ObjectKind::Batch, "/batches/batch_1",
         R"({"id":"batch_1","object":"batch","endpoint":"/v1/embeddings","errors":null,"input_file_id":"file-in",)"
         R"("completion_window":"24h","status":"in_progress","output_file_id":null,"error_file_id":"","created_at":1,)"
         R"("in_progress_at":2,"expires_at":86401,"completed_at":null,)"
         R"("request_counts":{"total":100,"completed":95,"failed":5},"metadata":{"description":"nightly","n":"7"}})",
         "2 batch_1 name=nightly status=in_progress detail=/v1/embeddings metadata=description=nightly n=7 "
         "created=1 "
         "expires=86401 total=100 done=95 failed=5 refs=1=file-in"},
        {"batch that is done", ObjectKind::Batch, "/batches/batch_2",
         R"({"id":"batch_2","object":"batch","endpoint":"/v1/responses","input_file_id":"file-in","status":"completed",)"
         R"("output_file_id":"file-out","error_file_id":"file-err","created_at":1,"expires_at":86401,"completed_at":50,)"
         R"("request_counts":{"total":3,"completed":2,"failed":1},"metadata":{"name":" weekly "}})",
         "2 batch_2 name=weekly status=completed detail=/v1/responses metadata=name= weekly  created=1 "
         "ended=50 total=3 "
         "done=2 failed=1 refs=1=file-in,2=file-out,3=file-err"},
        {"batch that was refused", ObjectKind::Batch, "/batches/batch_3",
         R"({"id":"batch_3","object":"batch","status":"failed","failed_at":9,"errors":{"object":"list","data":[)"
         R"({"code":"invalid_json_line","message":"This line is no JSON.","param":null,"line":12},)"
         R"({"code":"other","message":"More"}]},"request_counts":null})",
         "2 batch_3 status=failed reason=This line is no JSON. (line 12) ended=9"},
        {"store", ObjectKind::Store, "/vector_stores/vs_1",
         R"({"id":"vs_1","object":"vector_store","created_at":5,"name":"Manuals","usage_bytes":4096,)"
         R"("file_counts":{"in_progress":0,"completed":8,"failed":1,"cancelled":0,"total":9},"status":"completed",)"
         R"("expires_after":{"anchor":"last_active_at","days":7},"expires_at":777,"last_active_at":6,)"
         R"("metadata":{"team":"cx","tag":"q4"}})",
         "3 vs_1 name=Manuals status=completed metadata=team=cx tag=q4 created=5 expires=777 bytes=4096 "
         "total=9 done=8 "
         "failed=1"},
        {"store that says it is complete while it indexes", ObjectKind::Store, "/vector_stores/vs_2",
         R"({"id":"vs_2","object":"vector_store","created_at":5,"name":null,"status":"completed",)"
         R"("file_counts":{"in_progress":2,"completed":1,"failed":0,"cancelled":0,"total":3}})",
         "3 vs_2 status=in_progress created=5 total=3 done=1"},
        {"file in a store", ObjectKind::StoreFile, "/vector_stores/vs_1/files/file-1",
         R"({"id":"file-1","object":"vector_store.file","usage_bytes":1234,"created_at":7,"vector_store_id":"vs_1",)"
         R"("status":"failed","last_error":{"code":"unsupported_file","message":"The file type is not supported."},)"
         R"("attributes":{"lang":"de","year":2026,"draft":false}})",
         "4 file-1 in=vs_1 status=failed reason=The file type is not supported. metadata=lang=de year=2026 "
         "draft=false "
         "created=7 bytes=1234 refs=7=file-1"},
        {"eval", ObjectKind::Eval, "/evals/eval_1",
         R"({"id":"eval_1","object":"eval","name":"triage","created_at":8,"metadata":{"owner":"cx"},)"
         R"("data_source_config":{"type":"custom","schema":{"type":"object"}},"testing_criteria":[]})",
         "5 eval_1 name=triage detail=custom metadata=owner=cx created=8"},
        {"run of an eval", ObjectKind::EvalRun, "/evals/eval_1/runs/evalrun_1",
         R"({"id":"evalrun_1","object":"eval.run","eval_id":"eval_1","status":"in_progress","model":"gpt-4.1","name":"a",)"
         R"("created_at":9,"result_counts":{"total":10,"errored":1,"failed":2,"passed":3},"error":null,)"
         R"("data_source":{"type":"responses","source":{"type":"file_id","id":"file-items"}},"metadata":{}})",
         "6 evalrun_1 in=eval_1 name=a status=in_progress detail=gpt-4.1 created=9 total=10 done=5 failed=1 "
         "refs=8=file-items"},
        {"run of an eval with items of its own", ObjectKind::EvalRun, "/evals/eval_1/runs/evalrun_2",
         R"({"id":"evalrun_2","object":"eval.run","eval_id":"eval_1","status":"failed","model":null,"name":null,)"
         R"("created_at":9,"result_counts":null,"error":{"code":"bad","message":"No such model"},)"
         R"("data_source":{"type":"jsonl","source":{"type":"file_content","content":[{"item":{"q":"the content"}}]}}})",
         "6 evalrun_2 in=eval_1 status=failed reason=No such model created=9"},
        {"fine-tuning job", ObjectKind::Job, "/fine_tuning/jobs/ftjob-1",
         R"({"id":"ftjob-1","object":"fine_tuning.job","model":"gpt-4o-mini","created_at":10,"finished_at":null,)"
         R"("estimated_finish":99,"fine_tuned_model":null,"status":"running","training_file":"file-t",)"
         R"("validation_file":"file-v","result_files":[],"user_provided_suffix":"support","error":{},)"
         R"("metadata":{"team":"cx"}})",
         "7 ftjob-1 name=support status=running detail=gpt-4o-mini metadata=team=cx created=10 finish=99 "
         "refs=4=file-t,5=file-v"},
        {"fine-tuning job that is done", ObjectKind::Job, "/fine_tuning/jobs/ftjob-2",
         R"({"id":"ftjob-2","object":"fine_tuning.job","model":"gpt-4o-mini","created_at":10,"finished_at":20,)"
         R"("fine_tuned_model":"ft:gpt-4o-mini:acme:brief:abc","status":"succeeded","training_file":"file-t",)"
         R"("validation_file":null,"result_files":["file-r1","file-r2"],"estimated_finish":null})",
         "7 ftjob-2 name=brief status=succeeded detail=gpt-4o-mini created=10 ended=20 "
         "refs=4=file-t,6=file-r1,6=file-r2"},
        {"model", ObjectKind::Model, "/models/ft:gpt-4o-mini:acme:brief:abc",
         R"({"id":"ft:gpt-4o-mini:acme:brief:abc","object":"model","created":11,"owned_by":"acme",)"
         R"("shutdown_date":"1970-01-03"})",
         "9 ft:gpt-4o-mini:acme:brief:abc name=ft:gpt-4o-mini:acme:brief:abc detail=acme created=11 "
         "expires=172800"},
    };
}

} // namespace odc::test
