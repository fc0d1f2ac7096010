/* SPDX-License-Identifier: MIT */
/* Languages: BCP 47 tags, the EU's language codes, English names. */
#include "codes.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

/* ISO 639-1, ISO 639-3 (which the EU's table follows), name. */
static const struct {
    char two[3], three[4];
    const char *name;
} languages[] = {
    {"aa", "AAR", "Afar"}, {"ab", "ABK", "Abkhazian"},
    {"ae", "AVE", "Avestan"}, {"af", "AFR", "Afrikaans"},
    {"ak", "AKA", "Akan"}, {"am", "AMH", "Amharic"},
    {"an", "ARG", "Aragonese"}, {"ar", "ARA", "Arabic"},
    {"as", "ASM", "Assamese"}, {"av", "AVA", "Avaric"},
    {"ay", "AYM", "Aymara"}, {"az", "AZE", "Azerbaijani"},
    {"ba", "BAK", "Bashkir"}, {"be", "BEL", "Belarusian"},
    {"bg", "BUL", "Bulgarian"}, {"bi", "BIS", "Bislama"},
    {"bm", "BAM", "Bambara"}, {"bn", "BEN", "Bengali"},
    {"bo", "BOD", "Tibetan"}, {"br", "BRE", "Breton"},
    {"bs", "BOS", "Bosnian"}, {"ca", "CAT", "Catalan"},
    {"ce", "CHE", "Chechen"}, {"ch", "CHA", "Chamorro"},
    {"co", "COS", "Corsican"}, {"cr", "CRE", "Cree"}, {"cs", "CES", "Czech"},
    {"cu", "CHU", "Church Slavic"}, {"cv", "CHV", "Chuvash"},
    {"cy", "CYM", "Welsh"}, {"da", "DAN", "Danish"}, {"de", "DEU", "German"},
    {"dv", "DIV", "Dhivehi"}, {"dz", "DZO", "Dzongkha"}, {"ee", "EWE", "Ewe"},
    {"el", "ELL", "Greek"}, {"en", "ENG", "English"},
    {"eo", "EPO", "Esperanto"}, {"es", "SPA", "Spanish"},
    {"et", "EST", "Estonian"}, {"eu", "EUS", "Basque"},
    {"fa", "FAS", "Persian"}, {"ff", "FUL", "Fulah"}, {"fi", "FIN", "Finnish"},
    {"fj", "FIJ", "Fijian"}, {"fo", "FAO", "Faroese"}, {"fr", "FRA", "French"},
    {"fy", "FRY", "Western Frisian"}, {"ga", "GLE", "Irish"},
    {"gd", "GLA", "Scottish Gaelic"}, {"gl", "GLG", "Galician"},
    {"gn", "GRN", "Guarani"}, {"gu", "GUJ", "Gujarati"}, {"gv", "GLV", "Manx"},
    {"ha", "HAU", "Hausa"}, {"he", "HEB", "Hebrew"}, {"hi", "HIN", "Hindi"},
    {"ho", "HMO", "Hiri Motu"}, {"hr", "HRV", "Croatian"},
    {"ht", "HAT", "Haitian"}, {"hu", "HUN", "Hungarian"},
    {"hy", "HYE", "Armenian"}, {"hz", "HER", "Herero"},
    {"ia", "INA", "Interlingua"}, {"id", "IND", "Indonesian"},
    {"ie", "ILE", "Interlingue"}, {"ig", "IBO", "Igbo"},
    {"ii", "III", "Sichuan Yi"}, {"ik", "IPK", "Inupiaq"},
    {"io", "IDO", "Ido"}, {"is", "ISL", "Icelandic"}, {"it", "ITA", "Italian"},
    {"iu", "IKU", "Inuktitut"}, {"ja", "JPN", "Japanese"},
    {"jv", "JAV", "Javanese"}, {"ka", "KAT", "Georgian"},
    {"kg", "KON", "Kongo"}, {"ki", "KIK", "Kikuyu"}, {"kj", "KUA", "Kuanyama"},
    {"kk", "KAZ", "Kazakh"}, {"kl", "KAL", "Kalaallisut"},
    {"km", "KHM", "Khmer"}, {"kn", "KAN", "Kannada"}, {"ko", "KOR", "Korean"},
    {"kr", "KAU", "Kanuri"}, {"ks", "KAS", "Kashmiri"},
    {"ku", "KUR", "Kurdish"}, {"kv", "KOM", "Komi"}, {"kw", "COR", "Cornish"},
    {"ky", "KIR", "Kirghiz"}, {"la", "LAT", "Latin"},
    {"lb", "LTZ", "Luxembourgish"}, {"lg", "LUG", "Ganda"},
    {"li", "LIM", "Limburgan"}, {"ln", "LIN", "Lingala"}, {"lo", "LAO", "Lao"},
    {"lt", "LIT", "Lithuanian"}, {"lu", "LUB", "Luba-Katanga"},
    {"lv", "LAV", "Latvian"}, {"mg", "MLG", "Malagasy"},
    {"mh", "MAH", "Marshallese"}, {"mi", "MRI", "Maori"},
    {"mk", "MKD", "Macedonian"}, {"ml", "MAL", "Malayalam"},
    {"mn", "MON", "Mongolian"}, {"mr", "MAR", "Marathi"},
    {"ms", "MSA", "Malay"}, {"mt", "MLT", "Maltese"}, {"my", "MYA", "Burmese"},
    {"na", "NAU", "Nauru"}, {"nb", "NOB", "Norwegian Bokmål"},
    {"nd", "NDE", "North Ndebele"}, {"ne", "NEP", "Nepali"},
    {"ng", "NDO", "Ndonga"}, {"nl", "NLD", "Dutch"},
    {"nn", "NNO", "Norwegian Nynorsk"}, {"no", "NOR", "Norwegian"},
    {"nr", "NBL", "South Ndebele"}, {"nv", "NAV", "Navajo"},
    {"ny", "NYA", "Nyanja"}, {"oc", "OCI", "Occitan"}, {"oj", "OJI", "Ojibwa"},
    {"om", "ORM", "Oromo"}, {"or", "ORI", "Oriya"}, {"os", "OSS", "Ossetian"},
    {"pa", "PAN", "Panjabi"}, {"pi", "PLI", "Pali"}, {"pl", "POL", "Polish"},
    {"ps", "PUS", "Pushto"}, {"pt", "POR", "Portuguese"},
    {"qu", "QUE", "Quechua"}, {"rm", "ROH", "Romansh"}, {"rn", "RUN", "Rundi"},
    {"ro", "RON", "Romanian"}, {"ru", "RUS", "Russian"},
    {"rw", "KIN", "Kinyarwanda"}, {"sa", "SAN", "Sanskrit"},
    {"sc", "SRD", "Sardinian"}, {"sd", "SND", "Sindhi"},
    {"se", "SME", "Northern Sami"}, {"sg", "SAG", "Sango"},
    {"sh", "HBS", "Serbo-Croatian"}, {"si", "SIN", "Sinhala"},
    {"sk", "SLK", "Slovak"}, {"sl", "SLV", "Slovenian"},
    {"sm", "SMO", "Samoan"}, {"sn", "SNA", "Shona"}, {"so", "SOM", "Somali"},
    {"sq", "SQI", "Albanian"}, {"sr", "SRP", "Serbian"},
    {"ss", "SSW", "Swati"}, {"st", "SOT", "Southern Sotho"},
    {"su", "SUN", "Sundanese"}, {"sv", "SWE", "Swedish"},
    {"sw", "SWA", "Swahili"}, {"ta", "TAM", "Tamil"}, {"te", "TEL", "Telugu"},
    {"tg", "TGK", "Tajik"}, {"th", "THA", "Thai"}, {"ti", "TIR", "Tigrinya"},
    {"tk", "TUK", "Turkmen"}, {"tl", "TGL", "Tagalog"},
    {"tn", "TSN", "Tswana"}, {"to", "TON", "Tonga"}, {"tr", "TUR", "Turkish"},
    {"ts", "TSO", "Tsonga"}, {"tt", "TAT", "Tatar"}, {"tw", "TWI", "Twi"},
    {"ty", "TAH", "Tahitian"}, {"ug", "UIG", "Uighur"},
    {"uk", "UKR", "Ukrainian"}, {"ur", "URD", "Urdu"}, {"uz", "UZB", "Uzbek"},
    {"ve", "VEN", "Venda"}, {"vi", "VIE", "Vietnamese"},
    {"vo", "VOL", "Volapük"}, {"wa", "WLN", "Walloon"}, {"wo", "WOL", "Wolof"},
    {"xh", "XHO", "Xhosa"}, {"yi", "YID", "Yiddish"}, {"yo", "YOR", "Yoruba"},
    {"za", "ZHA", "Zhuang"}, {"zh", "ZHO", "Chinese"}, {"zu", "ZUL", "Zulu"},
};

const char *
dcat_language(const char *tag, char out[4])
{
    size_t n = strcspn(tag, "-");
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
        const char *code = n == 2 ? languages[i].two : languages[i].three;
        if ((n == 2 || n == 3) && strncasecmp(tag, code, n) == 0) {
            memcpy(out, languages[i].three, 4);
            return languages[i].name;
        }
    }
    return NULL;
}
