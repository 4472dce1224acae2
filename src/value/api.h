#pragma once

// What each customer of a store is worth and who is slipping away: the value models, fed from the
// timeline. The mathematics is models'.

#include "value/answers.h"
#include "value/question.h"
#include "value/study.h"
