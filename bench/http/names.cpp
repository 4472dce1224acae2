#include "bench/http/names.h"

namespace vafa::bench {
namespace {

constexpr std::array kEnglishFirst = {
    Word{"James", "james"},         Word{"Mary", "mary"},       Word{"Robert", "robert"},
    Word{"Patricia", "patricia"},   Word{"John", "john"},       Word{"Jennifer", "jennifer"},
    Word{"Michael", "michael"},     Word{"Linda", "linda"},     Word{"David", "david"},
    Word{"Elizabeth", "elizabeth"}, Word{"William", "william"}, Word{"Barbara", "barbara"},
    Word{"Richard", "richard"},     Word{"Susan", "susan"},     Word{"Joseph", "joseph"},
    Word{"Jessica", "jessica"},     Word{"Thomas", "thomas"},   Word{"Sarah", "sarah"},
    Word{"Charles", "charles"},     Word{"Karen", "karen"},     Word{"Christopher", "christopher"},
    Word{"Lisa", "lisa"},           Word{"Daniel", "daniel"},   Word{"Nancy", "nancy"},
    Word{"Matthew", "matthew"},     Word{"Betty", "betty"},     Word{"Anthony", "anthony"},
    Word{"Sandra", "sandra"},       Word{"Mark", "mark"},       Word{"Margaret", "margaret"},
    Word{"Steven", "steven"},       Word{"Ashley", "ashley"},   Word{"Paul", "paul"},
    Word{"Kimberly", "kimberly"},   Word{"Andrew", "andrew"},   Word{"Emily", "emily"},
    Word{"Joshua", "joshua"},       Word{"Donna", "donna"},     Word{"Kenneth", "kenneth"},
    Word{"Michelle", "michelle"},   Word{"Kevin", "kevin"},     Word{"Carol", "carol"},
    Word{"Brian", "brian"},         Word{"Amanda", "amanda"},   Word{"George", "george"},
    Word{"Melissa", "melissa"},     Word{"Oliver", "oliver"},   Word{"Charlotte", "charlotte"},
};

constexpr std::array kEnglishLast = {
    Word{"Smith", "smith"},       Word{"Johnson", "johnson"},   Word{"Williams", "williams"},
    Word{"Brown", "brown"},       Word{"Jones", "jones"},       Word{"Garcia", "garcia"},
    Word{"Miller", "miller"},     Word{"Davis", "davis"},       Word{"Martinez", "martinez"},
    Word{"Wilson", "wilson"},     Word{"Anderson", "anderson"}, Word{"Thomas", "thomas"},
    Word{"Taylor", "taylor"},     Word{"Moore", "moore"},       Word{"Jackson", "jackson"},
    Word{"Martin", "martin"},     Word{"Lee", "lee"},           Word{"Thompson", "thompson"},
    Word{"White", "white"},       Word{"Harris", "harris"},     Word{"Clark", "clark"},
    Word{"Lewis", "lewis"},       Word{"Robinson", "robinson"}, Word{"Walker", "walker"},
    Word{"Young", "young"},       Word{"Allen", "allen"},       Word{"King", "king"},
    Word{"Wright", "wright"},     Word{"Scott", "scott"},       Word{"Hill", "hill"},
    Word{"Green", "green"},       Word{"Adams", "adams"},       Word{"Baker", "baker"},
    Word{"Nelson", "nelson"},     Word{"Carter", "carter"},     Word{"Mitchell", "mitchell"},
    Word{"Roberts", "roberts"},   Word{"Turner", "turner"},     Word{"Phillips", "phillips"},
    Word{"Campbell", "campbell"}, Word{"Parker", "parker"},     Word{"Evans", "evans"},
    Word{"Edwards", "edwards"},   Word{"Collins", "collins"},   Word{"Stewart", "stewart"},
    Word{"Morris", "morris"},     Word{"Murphy", "murphy"},     Word{"Cook", "cook"},
};

constexpr std::array kEnglishPlaces = {
    Place{"London", "GB"},    Place{"Manchester", "GB"}, Place{"Birmingham", "GB"},
    Place{"Leeds", "GB"},     Place{"Glasgow", "GB"},    Place{"Bristol", "GB"},
    Place{"Liverpool", "GB"}, Place{"Edinburgh", "GB"},
};

constexpr std::array kPersianFirst = {
    Word{"محمد", "mohammad"},
    Word{"فاطمه", "fatemeh"},
    Word{"علی", "ali"},
    Word{"زهرا", "zahra"},
    Word{"حسین", "hossein"},
    Word{"مریم", "maryam"},
    Word{"مهدی", "mahdi"},
    Word{"زینب", "zeinab"},
    Word{"رضا", "reza"},
    Word{"معصومه", "masoumeh"},
    Word{"امیرحسین", "amirhossein"},
    Word{"نرگس", "narges"},
    Word{"حسن", "hassan"},
    Word{"سارا", "sara"},
    Word{"عباس", "abbas"},
    Word{"لیلا", "leila"},
    Word{"احمد", "ahmad"},
    Word{"سمیه", "somayeh"},
    Word{"محسن", "mohsen"},
    Word{"الهام", "elham"},
    Word{"سعید", "saeid"},
    Word{"مینا", "mina"},
    Word{"مجید", "majid"},
    Word{"نازنین", "nazanin"},
    Word{"حمید", "hamid"},
    Word{"پریسا", "parisa"},
    Word{"بهرام", "bahram"},
    Word{"شیرین", "shirin"},
    Word{"کامران", "kamran"},
    Word{"نیلوفر", "niloofar"},
    Word{"آرش", "arash"},
    Word{"یاسمن", "yasaman"},
    Word{"پویا", "pouya"},
    Word{"هانیه", "hanieh"},
    Word{"سینا", "sina"},
    Word{"مهسا", "mahsa"},
    Word{"کیان", "kian"},
    Word{"آیدا", "ayda"},
    Word{"فرهاد", "farhad"},
    Word{"گلناز", "golnaz"},
};

constexpr std::array kPersianLast = {
    Word{"محمدی", "mohammadi"}, Word{"حسینی", "hosseini"},    Word{"احمدی", "ahmadi"},
    Word{"رضایی", "rezaei"},    Word{"مرادی", "moradi"},      Word{"حیدری", "heidari"},
    Word{"کریمی", "karimi"},    Word{"موسوی", "mousavi"},     Word{"جعفری", "jafari"},
    Word{"رحیمی", "rahimi"},    Word{"قاسمی", "ghasemi"},     Word{"صادقی", "sadeghi"},
    Word{"هاشمی", "hashemi"},   Word{"ابراهیمی", "ebrahimi"}, Word{"اکبری", "akbari"},
    Word{"نوری", "nouri"},      Word{"یزدانی", "yazdani"},    Word{"سلیمانی", "soleimani"},
    Word{"عباسی", "abbasi"},    Word{"اسدی", "asadi"},        Word{"نظری", "nazari"},
    Word{"میرزایی", "mirzaei"}, Word{"طاهری", "taheri"},      Word{"شریفی", "sharifi"},
    Word{"امینی", "amini"},     Word{"باقری", "bagheri"},     Word{"زارعی", "zarei"},
    Word{"خسروی", "khosravi"},  Word{"فرهادی", "farhadi"},    Word{"پورمحمد", "pourmohammad"},
    Word{"تهرانی", "tehrani"},  Word{"شیرازی", "shirazi"},    Word{"اصفهانی", "esfahani"},
    Word{"گلزار", "golzar"},    Word{"کاظمی", "kazemi"},      Word{"نجفی", "najafi"},
    Word{"رستمی", "rostami"},   Word{"بهرامی", "bahrami"},    Word{"داوودی", "davoudi"},
    Word{"ملکی", "maleki"},
};

constexpr std::array kPersianPlaces = {
    Place{"تهران", "IR"}, Place{"مشهد", "IR"},  Place{"اصفهان", "IR"}, Place{"کرج", "IR"},
    Place{"شیراز", "IR"}, Place{"تبریز", "IR"}, Place{"قم", "IR"},     Place{"اهواز", "IR"},
};

constexpr std::array kRussianFirst = {
    Word{"Александр", "aleksandr"}, Word{"Елена", "elena"},         Word{"Сергей", "sergey"},
    Word{"Ольга", "olga"},          Word{"Дмитрий", "dmitry"},      Word{"Наталья", "natalya"},
    Word{"Андрей", "andrey"},       Word{"Татьяна", "tatyana"},     Word{"Алексей", "aleksey"},
    Word{"Ирина", "irina"},         Word{"Владимир", "vladimir"},   Word{"Анна", "anna"},
    Word{"Михаил", "mikhail"},      Word{"Светлана", "svetlana"},   Word{"Евгений", "evgeny"},
    Word{"Мария", "maria"},         Word{"Николай", "nikolay"},     Word{"Юлия", "yulia"},
    Word{"Иван", "ivan"},           Word{"Екатерина", "ekaterina"}, Word{"Максим", "maxim"},
    Word{"Анастасия", "anastasia"}, Word{"Павел", "pavel"},         Word{"Марина", "marina"},
    Word{"Виктор", "viktor"},       Word{"Галина", "galina"},       Word{"Роман", "roman"},
    Word{"Людмила", "lyudmila"},    Word{"Антон", "anton"},         Word{"Валентина", "valentina"},
    Word{"Кирилл", "kirill"},       Word{"Дарья", "daria"},         Word{"Илья", "ilya"},
    Word{"Ксения", "ksenia"},       Word{"Артём", "artem"},         Word{"Полина", "polina"},
    Word{"Никита", "nikita"},       Word{"Алина", "alina"},         Word{"Григорий", "grigory"},
    Word{"Вера", "vera"},
};

constexpr std::array kRussianLast = {
    Word{"Иванов", "ivanov"},     Word{"Смирнов", "smirnov"},    Word{"Кузнецов", "kuznetsov"},
    Word{"Попов", "popov"},       Word{"Васильев", "vasiliev"},  Word{"Петров", "petrov"},
    Word{"Соколов", "sokolov"},   Word{"Михайлов", "mikhailov"}, Word{"Новиков", "novikov"},
    Word{"Фёдоров", "fedorov"},   Word{"Морозов", "morozov"},    Word{"Волков", "volkov"},
    Word{"Алексеев", "alekseev"}, Word{"Лебедев", "lebedev"},    Word{"Семёнов", "semenov"},
    Word{"Егоров", "egorov"},     Word{"Павлов", "pavlov"},      Word{"Козлов", "kozlov"},
    Word{"Степанов", "stepanov"}, Word{"Николаев", "nikolaev"},  Word{"Орлов", "orlov"},
    Word{"Андреев", "andreev"},   Word{"Макаров", "makarov"},    Word{"Никитин", "nikitin"},
    Word{"Захаров", "zakharov"},  Word{"Зайцев", "zaitsev"},     Word{"Соловьёв", "soloviev"},
    Word{"Борисов", "borisov"},   Word{"Яковлев", "yakovlev"},   Word{"Григорьев", "grigoriev"},
    Word{"Романов", "romanov"},   Word{"Воробьёв", "vorobiev"},  Word{"Сергеев", "sergeev"},
    Word{"Кузьмин", "kuzmin"},    Word{"Фролов", "frolov"},      Word{"Александров", "aleksandrov"},
    Word{"Дмитриев", "dmitriev"}, Word{"Королёв", "korolev"},    Word{"Гусев", "gusev"},
    Word{"Киселёв", "kiselev"},
};

constexpr std::array kRussianPlaces = {
    Place{"Москва", "RU"},      Place{"Санкт-Петербург", "RU"},
    Place{"Новосибирск", "RU"}, Place{"Екатеринбург", "RU"},
    Place{"Казань", "RU"},      Place{"Нижний Новгород", "RU"},
    Place{"Самара", "RU"},      Place{"Омск", "RU"},
};

constexpr std::array kCultures = {
    Culture{kEnglishFirst, kEnglishLast, kEnglishPlaces, "+4477", 8},
    Culture{kPersianFirst, kPersianLast, kPersianPlaces, "+98912", 7},
    Culture{kRussianFirst, kRussianLast, kRussianPlaces, "+7916", 7},
};

}  // namespace

std::span<const Culture> cultures() { return kCultures; }

}  // namespace vafa::bench
